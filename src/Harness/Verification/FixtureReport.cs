using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Objtool.Diagnostics;
using Undwarf.Quirks;
using Unwinder;

namespace Harness.Verification;

/// <summary>What came of one fixture.</summary>
internal sealed record FixtureReport
{
    /// <summary>Which.</summary>
    public required Fixture Fixture { get; init; }

    /// <summary>Tells contents apart, see <see cref="PreparedObject.Hash"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What its analysis found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the run did; all zero when there was none.</summary>
    public VerificationCounters Counters { get; init; }

    /// <summary>Wrong chains, one for each place and row.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];

    /// <summary>Points with a wrong chain, kept in <see cref="Mismatches"/> or not.</summary>
    public long WrongPoints { get; init; }

    /// <summary>The instructions and return addresses whose callers came out wrong, whoever was unwound from.</summary>
    public IReadOnlyCollection<ulong> WrongPlaces { get; init; } = [];

    /// <summary>Faults of the past that were repeated.</summary>
    public QuirkSet Quirks { get; init; }

    /// <summary>Why the run ended, if not as it should.</summary>
    public ExecutionFinding? Execution { get; init; }

    /// <summary>rax when the run ended; null when there was none.</summary>
    public ulong? Result { get; init; }

    /// <summary>An expectation that was not met, in words.</summary>
    public string? Unmet { get; init; }

    /// <summary>An expectation about a fault of the past that was not met, in words.</summary>
    public string? QuirkProblem { get; init; }

    /// <summary>How many instructions were executed, in the share or not, and their fingerprint.</summary>
    public (long Length, ulong Path) Run { get; init; }

    /// <summary>Numbers of the fixture's rows that were never used, in <see cref="Image"/>'s table.</summary>
    public IReadOnlyList<int> UnusedRows { get; init; } = [];

    /// <summary>How the rows were used: <see cref="Verification.RowUses"/>.</summary>
    public string RowUses { get; init; } = "";

    /// <summary>What was run; null when nothing was.</summary>
    public Image? Image { get; init; }

    /// <summary>The interrupts that were delivered, after the header had its say.</summary>
    public InterruptMode Interrupts { get; init; }

    /// <summary>What found the callers.</summary>
    public UnwinderKind Unwinder { get; init; }

    /// <summary>The entry code that it ran on.</summary>
    public EntryCode Entry { get; init; }

    /// <summary>Whether they were delivered at every execution.</summary>
    public bool EveryVisit { get; init; }

    /// <summary>The interrupts that were asked for.</summary>
    public InterruptMode Wanted { get; init; }

    /// <summary>The options by which its source was compiled, when they were not the usual ones.</summary>
    public IReadOnlyList<string> CompilerOptions { get; init; } = [];

    /// <summary>The command line that runs this again, where it is not that of a fixture.</summary>
    public IReadOnlyList<string>? Replay { get; init; }

    /// <summary>What a reader should know besides.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>All as expected?</summary>
    public bool Passed => WrongPoints == 0 && Execution is null && Unmet is null && QuirkProblem is null;
}
