using Objtool.Decoding;
using Undwarf.Quirks;

namespace Objtool.Analysis;

/// <summary>What is checked besides what the table needs.</summary>
public sealed record AnalysisOptions
{
    /// <summary>
    /// Frame pointers are promised: every call must be made with one set up, and rbp must not serve anything else. Off
    /// for code that was compiled without them (<c>--no-fp</c>).
    /// </summary>
    public bool CheckFramePointers { get; init; }

    /// <summary>
    /// Sections whose names begin so hold code that is not the kernel's: it is not analysed and gets no rows.
    /// </summary>
    public string? ExcludedSectionPrefix { get; init; }

    /// <summary>Which kernel the object was built for.</summary>
    public KernelRelease Release { get; init; }

    /// <summary>Faults of the past to repeat.</summary>
    public QuirkSet Quirks { get; init; }

    /// <summary>Notes the instruction effects that occur, and may leave one out; null: all are known.</summary>
    public EffectTable? Effects { get; init; }

    /// <summary>Report code that nothing leads to (off: <c>--no-unreachable</c>).</summary>
    public bool CheckReachability { get; init; } = true;
}
