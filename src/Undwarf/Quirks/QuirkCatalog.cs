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
