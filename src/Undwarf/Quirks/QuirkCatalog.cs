using System.Collections.Frozen;

namespace Undwarf.Quirks;

/// <summary>All quirks: the one place that names them.</summary>
public static class QuirkCatalog
{
    /// <summary>The name that stands for all that undwarf v2 had.</summary>
    public const string AllName = "all-2017";

    private static readonly FrozenDictionary<string, Quirk> _byName;

    static QuirkCatalog()
    {
        _byName = All.ToFrozenDictionary(quirk => quirk.Name);
        Of2017 = All.Where(quirk => quirk.IsOf2017).Aggregate(QuirkSet.None, (flags, quirk) => flags | quirk.Flag);
    }

    /// <summary>In the order of the catalogue of bugs.</summary>
    public static IReadOnlyList<Quirk> All { get; } =
    [
        new(QuirkSet.InactiveFrameSize, "inactive-frame-size", QuirkPart.Unwinder, "f2ac57a4c49d (5.10)", IsOf2017: true,
            "a sleeping task is unwound from 56 bytes too low"),
        new(QuirkSet.InactiveFirstFrameSkipped, "inactive-first-frame-skipped", QuirkPart.Unwinder, "f1d9a2abff66 (5.7), f2ac57a4c49d (5.10)", IsOf2017: true,
            "a sleeping task's first frame is not reported"),
        new(QuirkSet.FirstFrameOffByOne, "first-frame-off-by-one-gcov", QuirkPart.Unwinder, "230db82413c0 (6.1)", IsOf2017: false,
            "skipping to the first frame wanted stops one early when it has one word"),
        new(QuirkSet.ForkedTaskSignal, "forked-task-signal", QuirkPart.Unwinder, "372a8eaa0599 (5.8)", IsOf2017: true,
            "a task that never ran is looked up one byte before ret_from_fork"),
        new(QuirkSet.RetaddrPtrInactive, "retaddr-ptr-inactive", QuirkPart.Unwinder, "187b96db5ca7 (5.7)", IsOf2017: true,
            "the pointer to the return address is sp - 8 even where no call pushed it"),
        new(QuirkSet.PartialRegsLost, "partial-regs-lost", QuirkPart.Unwinder, "b02fcf9ba121, a9cdbe72c4e8 (4.15)", IsOf2017: true,
            "a hardware frame without room for a pt_regs below it counts as none"),
        new(QuirkSet.R10BehindIret, "r10-behind-iret", QuirkPart.Unwinder, "81b67439d147 (5.7)", IsOf2017: true,
            "registers saved by an earlier interrupt are forgotten at a hardware frame"),
        new(QuirkSet.GuardPageSp, "guard-page-sp", QuirkPart.Unwinder, "d3a09104018c (4.15)", IsOf2017: true,
            "an overflowed stack can't be unwound"),
        new(QuirkSet.NextSpChain, "next-sp-chain", QuirkPart.Unwinder, "b02fcf9ba121, 2995590964da (4.15)", IsOf2017: true,
            "another stack is found only through the link words at the top of stacks"),
        new(QuirkSet.StartFromRegsSkips, "start-from-regs-skips-everything", QuirkPart.Unwinder, "ee9f8fce9964 (4.14)", IsOf2017: true,
            "an unwind from registers whose caller is on another stack reports nothing"),
        new(QuirkSet.BlindSpotCalledEnd, "blind-spot-called-end", QuirkPart.Unwinder, "d31a580266ee (4.18), fb799447ae29 (6.4)", IsOf2017: true,
            "a chain that breaks off counts as complete"),
        new(QuirkSet.BadRowTypeContinues, "bad-row-type-continues", QuirkPart.Unwinder, "a0f81bf26888 (5.7)", IsOf2017: true,
            "a row of an unknown type changes bp and leaves the rest"),
        new(QuirkSet.NoRowForGeneratedCode, "no-row-for-generated-code", QuirkPart.Unwinder, "ae6a45a08689 (5.2)", IsOf2017: true,
            "code without rows ends the chain"),
        new(QuirkSet.CopiedTrampoline, "ftrace-copied-trampoline", QuirkPart.Unwinder, "6be7fa3c74d1 (4.16)", IsOf2017: true,
            "a trampoline's copy has no rows"),
        new(QuirkSet.NullCall, "null-call", QuirkPart.Unwinder, "ac5ceccce550 (5.1)", IsOf2017: true,
            "a call through a null pointer has no caller"),
        new(QuirkSet.KretprobeReturnHook, "kretprobe-return-hook", QuirkPart.Unwinder, "19138af1bd88 (5.16)", IsOf2017: true,
            "a return address that a probe replaced is taken for the caller's"),
        new(QuirkSet.RegsIpAlwaysLiteral, "regs-ip-always-literal", QuirkPart.Unwinder, "ffb1b4a41016 (6.3)", IsOf2017: true,
            "the ip in a pt_regs is looked up as it is even when it is a return address"),
        new(QuirkSet.SortComparator, "sort-comparator-not-an-order", QuirkPart.Unwinder, "0210d251162f (6.13)", IsOf2017: true,
            "weak rows at one address compare inconsistently"),
        new(QuirkSet.LookupBelowFirstRow, "lookup-below-first-row", QuirkPart.Unwinder, "not repaired upstream", IsOf2017: true,
            "an address below the table gets its first row"),
        new(QuirkSet.IndirectBaseOrder, "indirect-base-order", QuirkPart.Unwinder, "87ccc826bf1c (5.12)", IsOf2017: true,
            "the offset is added to the place of the saved pointer, not to the pointer"),
        new(QuirkSet.RegisterBaseOffsetIgnored, "register-base-offset-ignored", QuirkPart.Unwinder, "not repaired upstream", IsOf2017: true,
            "the offset of a CFA that is counted from r10, r13, di or dx is left out"),
        new(QuirkSet.PartialSaveBeforeInit, "partial-save-before-init", QuirkPart.Unwinder, "98d0c8ebf77e (5.7)", IsOf2017: true,
            "an unwind before the tables are ready looks complete after one frame"),
        new(QuirkSet.StackRangeRecheck, "stack-range-recheck", QuirkPart.Unwinder, "6c8ef58a50b5 (5.18)", IsOf2017: false,
            "after a change of stacks only the begin of what is read is checked"),
        new(QuirkSet.ReturnToHandlerOrder, "return-to-handler-order", QuirkPart.Unwinder, "223918e32aee (4.9)", IsOf2017: false,
            "replaced return addresses are taken back in order, whatever slot they are in"),
        new(QuirkSet.DrapR13AsR10, "drap-r13-emitted-as-r10", QuirkPart.Generator, "undwarf branch of June 2017", IsOf2017: true,
            "a CFA counted from r13 is written as counted from r10"),
        new(QuirkSet.SpIndirectPush, "sp-indirect-push", QuirkPart.Generator, "d8dd25a461e4 (5.7)", IsOf2017: true,
            "pushes after a stack switch are not counted"),
        new(QuirkSet.AlternativeNopHole, "alternative-nop-hole", QuirkPart.Generator, "7117f16bf460 (5.8)", IsOf2017: false,
            "only the first instruction of code that alternatives replace gets a row"),
        new(QuirkSet.PatchedPushfPop, "patched-pushf-pop", QuirkPart.Generator, "c9c324dc22aa (5.12)", IsOf2017: true,
            "rows are those of the original code, whatever replaces it"),
        new(QuirkSet.IntraFunctionCall, "intra-function-call", QuirkPart.Generator, "8aa8eb2a8f5b (5.8)", IsOf2017: true,
            "a call that only pushes is taken for one that returns"),
        new(QuirkSet.JumpTableUnreachable, "jump-table-unreachable", QuirkPart.Generator, "e55a73251da3 (5.3)", IsOf2017: true,
            "what is reached through a jump table only gets no rows"),
        new(QuirkSet.DrapPushTwice, "drap-push-twice", QuirkPart.Generator, "bf4d1a837583 (4.14)", IsOf2017: true,
            "the DRAP register's second push is taken for the first"),
        new(QuirkSet.DumbSpCopy, "dumb-sp-copy", QuirkPart.Generator, "dd88a0a0c861, 0d0970eef3b0 (4.14)", IsOf2017: true,
            "copies of rsp in other registers are forgotten"),
        new(QuirkSet.FallsThrough, "falls-through-to-next-function", QuirkPart.Generator, "e6f393bc939d (5.2)", IsOf2017: true,
            "a function that runs into the next one gives it its own state"),
        new(QuirkSet.IretInsideFunction, "iret-inside-function", QuirkPart.Generator, "b746046238bb (5.8)", IsOf2017: true,
            "an iret in a function ends it"),
        new(QuirkSet.StackSwizzlePop, "stack-swizzle-pop-rsp", QuirkPart.Generator, "aafeb14e9da2 (5.12)", IsOf2017: false,
            "pop %rsp, back from another stack, is a pop like any other"),
        new(QuirkSet.SignalBitLost, "signal-bit-lost-in-hints", QuirkPart.Generator, "00c8f01c4e84 (6.3)", IsOf2017: false,
            "interrupted code is looked up at ip-1, as if it had called"),
        new(QuirkSet.PrefixWithoutRows, "prefix-padding-without-rows", QuirkPart.Generator, "5743654f5e2e (6.5)", IsOf2017: false,
            "the padding before a function, which patching fills with code, gets no rows"),
        new(QuirkSet.DeadEndWithoutRows, "dead-end-code-gets-no-row", QuirkPart.Generator, "649ea4d5a624 (4.14)", IsOf2017: true,
            "nothing comes behind a ud2, warning or not"),
    ];

    /// <summary>What undwarf v2 had.</summary>
    public static QuirkSet Of2017 { get; }

    /// <summary>The quirk of a name, or null when there is none such.</summary>
    public static Quirk? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The flags of a name, or of the one for all that undwarf v2 had; null when there is none such.</summary>
    public static QuirkSet? Parse(string name) => name == AllName ? Of2017 : Find(name)?.Flag;
}
