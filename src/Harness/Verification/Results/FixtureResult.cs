namespace Harness.Verification.Results;

/// <summary>
/// What came of a fixture, or of a share of its points, in values that can be kept in a file: machines read it, shards
/// are joined by it, interrupted runs go on from it.
/// </summary>
internal sealed record FixtureResult
{
    /// <summary>Group, folders below it and file name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>The group that it is counted in.</summary>
    public required string Group { get; init; }

    /// <summary>Its file as the command line or the search had it.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the source and of the object that was made of it.</summary>
    public required string Hash { get; init; }

    /// <summary>Instructions that a whole run executes, numbered as <see cref="Execution.PointShare"/> numbers them.</summary>
    public required long RunLength { get; init; }

    /// <summary>The fingerprint of those instructions, in hexadecimal.</summary>
    public required string RunPath { get; init; }

    /// <summary>Processor time and waiting of the thread that worked on it, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>What was done.</summary>
    public required VerificationCounters Counters { get; init; }

    /// <summary>Points whose chain was wrong, kept in <see cref="Findings"/> or not.</summary>
    public required long WrongPoints { get; init; }

    /// <summary>Did a run come to an end before its time? What lies behind it was not verified.</summary>
    public required bool EndedEarly { get; init; }

    /// <summary>Expectations that were not met, and why the run ended, each in words.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>An expectation about a fault of the past that was not met; only tried when all else is right.</summary>
    public required string? QuirkProblem { get; init; }

    /// <summary>Wrong chains, one for each place and row, in the order of execution.</summary>
    public required IReadOnlyList<ResultFinding> Findings { get; init; }

    /// <summary>Rows of the fixture that were never used.</summary>
    public required IReadOnlyList<UnusedRow> UnusedRows { get; init; }

    /// <summary>How each of its rows was used: <see cref="Verification.RowUses"/>.</summary>
    public string RowUses { get; init; } = "";

    /// <summary>What a reader should know of a run that is all right.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>All as expected?</summary>
    public bool Passed => WrongPoints == 0 && Failures.Count == 0 && QuirkProblem is null;
}
