namespace Unwinder;

/// <summary>What the outcomes mean to a reader.</summary>
public static class UnwindOutcomes
{
    /// <summary>Does the chain end where it should, so that a caller may rely on having seen all of it?</summary>
    public static bool IsCleanEnd(this UnwindOutcome outcome) => outcome is UnwindOutcome.EndOfStack or UnwindOutcome.UserMode;

    /// <summary>The outcome in a few words, for a verdict or a trace.</summary>
    public static string Describe(this UnwindOutcome outcome) => outcome switch
    {
        UnwindOutcome.Caller => "goes on",
        UnwindOutcome.EndOfStack => "end of stack",
        UnwindOutcome.UserMode => "user mode",
        UnwindOutcome.NoRow => "no row covers the address",
        UnwindOutcome.UndefinedRow => "undefined row",
        UnwindOutcome.BlindRow => "declared blind spot",
        UnwindOutcome.MissingRegisters => "missing registers for the CFA base",
        UnwindOutcome.UnknownCfaRegister => "unknown CFA base",
        UnwindOutcome.UnknownBpRegister => "unknown BP base",
        UnwindOutcome.UnknownType => "unknown row type",
        UnwindOutcome.UnreadableCfa => "can't read the CFA",
        UnwindOutcome.UnreadableReturnAddress => "can't read the return address",
        UnwindOutcome.UnreadableRegisters => "can't read the registers",
        UnwindOutcome.UnreadableHardwareFrame => "can't read the hardware frame",
        UnwindOutcome.UnreadableBp => "can't read the saved bp",
        UnwindOutcome.WrongDirection => "stack going in the wrong direction",
        UnwindOutcome.UnknownStack => "stack pointer on no known stack",
        UnwindOutcome.NoTables => "the tables are not ready",
        UnwindOutcome.RunsElsewhere => "the task runs on another CPU",
        UnwindOutcome.Exhausted => "nothing left on the stacks",
        UnwindOutcome.BadFramePointer => "bad frame pointer",
        UnwindOutcome.Stalled => "no progress",
        UnwindOutcome.CorruptCallFrames => "call frame information that can't be followed",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
