namespace Unwinder;

/// <summary>What one step of an unwind came to: a caller, a clean end, or the reason why the chain breaks off.</summary>
public enum UnwindOutcome : byte
{
    /// <summary>The state now describes the caller.</summary>
    Caller,

    /// <summary>The row says that this is the outermost frame.</summary>
    EndOfStack,

    /// <summary>The frame that was reported last runs in user mode: the kernel's part of the chain is complete.</summary>
    UserMode,

    /// <summary>No table covers the address.</summary>
    NoRow,

    /// <summary>The row is undefined: the analysis never reached this instruction.</summary>
    UndefinedRow,

    /// <summary>The row is a declared blind spot.</summary>
    BlindRow,

    /// <summary>The CFA is based on r10, r13, di or dx and their values are not known in this frame.</summary>
    MissingRegisters,

    /// <summary>The row's CFA base is no register that a CFA can be based on.</summary>
    UnknownCfaRegister,

    /// <summary>The row's BP base is no register that rbp can be saved relative to.</summary>
    UnknownBpRegister,

    /// <summary>The row's type means nothing.</summary>
    UnknownType,

    /// <summary>The word that holds the CFA is not on a permitted stack.</summary>
    UnreadableCfa,

    /// <summary>The return address is not on a permitted stack.</summary>
    UnreadableReturnAddress,

    /// <summary>The pt_regs is not wholly on a permitted stack.</summary>
    UnreadableRegisters,

    /// <summary>The hardware frame is not wholly on a permitted stack.</summary>
    UnreadableHardwareFrame,

    /// <summary>The saved rbp is not on a permitted stack.</summary>
    UnreadableBp,

    /// <summary>The caller's stack pointer is not above this frame's, on the same stack.</summary>
    WrongDirection,

    /// <summary>Start only: the stack pointer is on no known stack.</summary>
    UnknownStack,

    /// <summary>Start only: the tables are not there yet.</summary>
    NoTables,

    /// <summary>Start only: the task runs on another CPU, and its stack changes all the while.</summary>
    RunsElsewhere,

    /// <summary>Guessing only: no word is left on the stacks.</summary>
    Exhausted,

    /// <summary>The frame pointer points to no frame: it holds something else.</summary>
    BadFramePointer,

    /// <summary>The stack pointer left every stack and the chain goes on without it: a loop through register values.</summary>
    Stalled,

    /// <summary>The call frame information of the address can't be followed, or an expression in it makes no sense.</summary>
    CorruptCallFrames,
}
