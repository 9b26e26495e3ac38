namespace Undwarf.Quirks;

/// <summary>
/// Old faults that can be brought back, to see that they are caught. <see cref="QuirkCatalog"/> has their names and
/// where they come from. Without any, everything behaves as it was repaired.
/// </summary>
[Flags]
public enum QuirkSet : ulong
{
    /// <summary>All repaired.</summary>
    None = 0,

    /// <summary>A CFA counted from r13 is written as counted from r10.</summary>
    DrapR13AsR10 = 1 << 0,

    /// <summary>Pushes after a stack switch are not counted.</summary>
    SpIndirectPush = 1 << 1,

    /// <summary>Only the first instruction of code that alternatives replace gets a row.</summary>
    AlternativeNopHole = 1 << 2,

    /// <summary>Rows are those of the original code, whatever replaces it.</summary>
    PatchedPushfPop = 1 << 3,

    /// <summary>A call that only pushes is taken for one that returns.</summary>
    IntraFunctionCall = 1 << 4,

    /// <summary>What is reached through a jump table only is not reached.</summary>
    JumpTableUnreachable = 1 << 5,

    /// <summary>The DRAP register's second push is taken for the first.</summary>
    DrapPushTwice = 1 << 6,

    /// <summary>Copies of rsp in other registers are forgotten.</summary>
    DumbSpCopy = 1 << 7,

    /// <summary>Functions run into the next one unnoticed.</summary>
    FallsThrough = 1 << 8,

    /// <summary>An iret in a function ends it.</summary>
    IretInsideFunction = 1 << 9,

    /// <summary>pop %rsp is a pop like any other.</summary>
    StackSwizzlePop = 1 << 10,

    /// <summary>Frames that an interrupt pushed are returned to as a call is: ip-1 is looked up.</summary>
    SignalBitLost = 1 << 11,

    /// <summary>The padding before a function gets no rows.</summary>
    PrefixWithoutRows = 1 << 12,

    /// <summary>Nothing comes behind a ud2, warning or not.</summary>
    DeadEndWithoutRows = 1 << 13,

    /// <summary>A sleeping task is unwound from below the registers that it saved.</summary>
    InactiveFrameSize = 1UL << 32,

    /// <summary>A sleeping task's first frame is skipped.</summary>
    InactiveFirstFrameSkipped = 1UL << 33,

    /// <summary>Skipping to the first frame stops one frame early.</summary>
    FirstFrameOffByOne = 1UL << 34,

    /// <summary>A new task is taken to have called something.</summary>
    ForkedTaskSignal = 1UL << 35,

    /// <summary>The return address pointer is sp - 8, also where that is not it.</summary>
    RetaddrPtrInactive = 1UL << 36,

    /// <summary>The registers behind a hardware frame are forgotten.</summary>
    PartialRegsLost = 1UL << 37,

    /// <summary>Registers do not outlast a hardware frame.</summary>
    R10BehindIret = 1UL << 38,

    /// <summary>A stack pointer in the guard page is no start.</summary>
    GuardPageSp = 1UL << 39,

    /// <summary>Other stacks are found by links only.</summary>
    NextSpChain = 1UL << 40,

    /// <summary>From registers, frames are skipped until their stack comes up again.</summary>
    StartFromRegsSkips = 1UL << 41,

    /// <summary>Every stop is taken for the end of the stack.</summary>
    BlindSpotCalledEnd = 1UL << 42,

    /// <summary>A row of an unknown type is gone through.</summary>
    BadRowTypeContinues = 1UL << 43,

    /// <summary>Code without rows ends the chain.</summary>
    NoRowForGeneratedCode = 1UL << 44,

    /// <summary>Copied code has no rows.</summary>
    CopiedTrampoline = 1UL << 45,

    /// <summary>A call through NULL ends the chain.</summary>
    NullCall = 1UL << 46,

    /// <summary>Replaced return addresses are taken as they are.</summary>
    KretprobeReturnHook = 1UL << 47,

    /// <summary>The ip of a register frame is always taken for interrupted.</summary>
    RegsIpAlwaysLiteral = 1UL << 48,

    /// <summary>Two weak rows at one address are each less than the other.</summary>
    SortComparator = 1UL << 49,

    /// <summary>Addresses below the table have its first row.</summary>
    LookupBelowFirstRow = 1UL << 50,

    /// <summary>The offset is added before the word is read.</summary>
    IndirectBaseOrder = 1UL << 51,

    /// <summary>The offset from a scratch register is left out.</summary>
    RegisterBaseOffsetIgnored = 1UL << 52,

    /// <summary>Unwinding starts before there is a table.</summary>
    PartialSaveBeforeInit = 1UL << 53,

    /// <summary>The end of what is read is not checked again after a change of stacks.</summary>
    StackRangeRecheck = 1UL << 54,

    /// <summary>Replaced return addresses are found by their order.</summary>
    ReturnToHandlerOrder = 1UL << 55,
}
