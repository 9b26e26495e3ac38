namespace Emulator;

// What the machine's hooks and these registers tell each other.
public sealed partial class CpuState
{
    /// <summary>Work for the end of the current hook.</summary>
    internal HookWork Pending { get; set; }

    /// <summary>The address to go on at, when <see cref="HookWork.WriteRip"/> is pending.</summary>
    internal ulong PendingRip { get; private set; }

    /// <summary>Whether Unicorn is below us on the stack, so that RIP can't simply be written.</summary>
    internal bool IsInsideHook { get; set; }

    /// <summary>Writes a RIP that had to wait for the end of the run.</summary>
    internal void Settle()
    {
        IsInsideHook = false;
        if ((Pending & HookWork.WriteRip) != 0)
            WriteRip(PendingRip);
        Pending = HookWork.None;
        Invalidate();
    }
}
