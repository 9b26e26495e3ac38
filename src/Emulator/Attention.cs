namespace Emulator;

/// <summary>Why the next instruction's hook must take the long way. The hot path only compares the lot with None.</summary>
[Flags]
internal enum Attention
{
    None = 0,

    /// <summary>Set for good: registers are mirrored, and the mirror is now old.</summary>
    Mirrored = 1,

    /// <summary>The last instruction is about to be announced a second time, because its block was left on purpose.</summary>
    Repeated = 2,

    /// <summary>The run is over, though Unicorn has not noticed yet.</summary>
    Ending = 4,

    /// <summary>Another thread: <see cref="Machine.Cancel"/>.</summary>
    Cancelled = 8,

    /// <summary>Another thread: the timer, which may be late and mean the run before.</summary>
    TimerFired = 16,
}
