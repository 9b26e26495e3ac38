using Harness.Kernels.Verification;

namespace Harness.Verification.Results;

/// <summary>The content of a file of results: of a whole verification, or of one of its shards.</summary>
internal sealed record VerificationFile
{
    /// <summary>What tells such a file from other JSON.</summary>
    public const string SchemaName = "harness-verify";

    /// <summary>Raised with any change that a reader could stumble over; added members don't raise it.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Always <see cref="SchemaName"/>.</summary>
    public required string Schema { get; init; }

    /// <summary>See <see cref="CurrentVersion"/>.</summary>
    public required int Version { get; init; }

    /// <summary>What made it.</summary>
    public required RunIdentity Identity { get; init; }

    /// <summary>Which part it is.</summary>
    public required ShardNumber Shard { get; init; }

    /// <summary>All as expected?</summary>
    public required bool Passed { get; init; }

    /// <summary>How many fixtures there are.</summary>
    public required int FixtureCount { get; init; }

    /// <summary>How many of them passed.</summary>
    public required int FixturesPassed { get; init; }

    /// <summary>Points whose chain was wrong, over all fixtures.</summary>
    public required long WrongPoints { get; init; }

    /// <summary>The counters, over all fixtures.</summary>
    public required VerificationCounters Totals { get; init; }

    /// <summary>Seconds that the threads spent, over all fixtures.</summary>
    public required double Seconds { get; init; }

    /// <summary>What the calls of a kernel's functions reached together; null when it was about fixtures.</summary>
    public KernelTotals? Kernel { get; init; }

    /// <summary>Every fixture, sorted by name.</summary>
    public required IReadOnlyList<FixtureResult> Fixtures { get; init; }

    /// <summary>The file of some results.</summary>
    public static VerificationFile Of(RunIdentity identity, ShardNumber shard, IReadOnlyList<FixtureResult> fixtures) => new()
    {
        Schema = SchemaName,
        Version = CurrentVersion,
        Identity = identity,
        Shard = shard,
        Passed = fixtures.All(fixture => fixture.Passed),
        FixtureCount = fixtures.Count,
        FixturesPassed = fixtures.Count(fixture => fixture.Passed),
        WrongPoints = fixtures.Sum(fixture => fixture.WrongPoints),
        Totals = VerificationCounters.Sum(fixtures.Select(fixture => fixture.Counters)),
        Seconds = Math.Round(fixtures.Sum(fixture => fixture.Seconds), 6),
        Fixtures = fixtures,
    };
}
