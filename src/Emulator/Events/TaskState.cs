namespace Emulator;

/// <summary>
/// The stack pointers of the 64-bit task state segment (SDM vol. 3, 7.7). Kept by the machine, not in guest memory. Delivery
/// aligns them down to 16 as the CPU does; 0 at first.
/// </summary>
public sealed class TaskState
{
    /// <summary>The number of the last interrupt stack.</summary>
    public const int LastIst = 7;

    private readonly ulong[] _ist = new ulong[LastIst + 1];

    /// <summary>The stack for events that come from CPL 3: the address above its first word.</summary>
    public ulong Rsp0 { get; set; }

    /// <summary>An interrupt stack, 1 to 7: the address above its first word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 7.</exception>
    public ulong this[int ist]
    {
        get => _ist[Check(ist)];
        set => _ist[Check(ist)] = value;
    }

    /// <summary>Makes all 0.</summary>
    public void Clear()
    {
        Rsp0 = 0;
        Array.Clear(_ist);
    }

    private static int Check(int ist) =>
        ist is >= 1 and <= LastIst ? ist : throw new ArgumentOutOfRangeException(nameof(ist), ist, "interrupt stacks are 1 to 7");
}
