namespace Emulator;

/// <summary>One entry of the interrupt descriptor table (SDM vol. 3, 6.14.1). Its code segment is always the kernel's.</summary>
public readonly record struct InterruptGate
{
    private const int LowestPrivilege = 3;

    /// <summary>Describes a gate.</summary>
    /// <param name="entry">Where the handler starts.</param>
    /// <param name="ist">1 to 7: always switch to this stack of the task state segment. 0: switch to RSP0 when coming from
    /// a lower privilege, else stay on the current stack.</param>
    /// <param name="kind">Whether delivery clears IF.</param>
    /// <param name="dpl">0 to 3: the lowest privilege that may use the gate by int n. Exceptions and interrupts always may.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ist"/> or <paramref name="dpl"/>.</exception>
    public InterruptGate(ulong entry, int ist = 0, GateKind kind = GateKind.Interrupt, int dpl = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ist);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ist, TaskState.LastIst);
        ArgumentOutOfRangeException.ThrowIfNegative(dpl);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dpl, LowestPrivilege);
        Entry = entry;
        Ist = ist;
        Kind = kind;
        Dpl = dpl;
    }

    /// <summary>Where the handler starts.</summary>
    public ulong Entry { get; }

    /// <summary>The interrupt stack, 1 to 7, or 0 for none.</summary>
    public int Ist { get; }

    /// <summary>Interrupt or trap gate.</summary>
    public GateKind Kind { get; }

    /// <summary>The lowest privilege that may use the gate by int n.</summary>
    public int Dpl { get; }
}
