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
}
