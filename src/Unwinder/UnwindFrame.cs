namespace Unwinder;

/// <summary>One frame of an unwind, as every unwinder reports it.</summary>
public struct UnwindFrame
{
    /// <summary>Where the frame's code stands: interrupted here, or returning to here, as <see cref="Signal"/> says.</summary>
    public ulong Ip;

    /// <summary>The stack pointer of the frame: as interrupted, or as it will be when control returns to it.</summary>
    public ulong Sp;

    /// <summary>rbp of the frame.</summary>
    public ulong Bp;

    /// <summary>The address of the word that <see cref="Ip"/> was read from; 0 in the first frame.</summary>
    public ulong IpSlot;

    /// <summary>Where the pt_regs that led to this frame lies, or would lie if it were complete; 0 without one.</summary>
    public ulong RegistersAddress;

    /// <summary>The address that could not be read, when that is why the chain broke off.</summary>
    public ulong FaultAddress;

    /// <summary>Index of the row by which the caller was looked for last, -1 when there was none, or no table.</summary>
    public int Row;

    /// <summary>How much of the pt_regs at <see cref="RegistersAddress"/> is valid.</summary>
    public RegisterFrame Registers;

    /// <summary>
    /// Is <see cref="Ip"/> an interrupted instruction? If not it is a return address, which may be one past the end of
    /// a function whose last instruction is a call that never returns, so whatever describes it is looked up at ip - 1.
    /// </summary>
    public bool Signal;

    /// <summary>Does the frame run in user mode?</summary>
    public bool UserMode;

    /// <summary>From here on the chain may be right, but was found in a way that can't be relied on.</summary>
    public bool Unreliable;
}
