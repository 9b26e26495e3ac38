namespace Emulator;

/// <summary>
/// What an observer asked for that must wait until its hook ends. Unicorn loses a stop when RIP is written in the same hook,
/// before or after; done in a fixed order at the end, the two can be asked for in any order.
/// </summary>
[Flags]
internal enum HookWork
{
    None = 0,

    /// <summary>Go on at another address.</summary>
    WriteRip = 1,

    /// <summary>
    /// Go on at the same address: the rest of a block knows flags from its own earlier instructions, so flags written in
    /// the middle of it are lost unless it is left.
    /// </summary>
    RewriteRip = 2,

    /// <summary>End the run.</summary>
    Stop = 4,
}
