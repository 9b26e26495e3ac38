using Harness.Verification;

namespace Harness.Generation;

/// <summary>How much is generated, and what is done with it.</summary>
internal sealed record FuzzOptions
{
    /// <summary>The first seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many seeds, one after the other; null: until the time is up.</summary>
    public long? Count { get; init; }

    /// <summary>No seed is begun after this; null: there is no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Threads to use: 1 or more.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>How programs are verified.</summary>
    public required VerificationOptions Verification { get; init; }

    /// <summary>The folder that failures are kept in; null: none are.</summary>
    public string? SavePath { get; init; }

    /// <summary>The file that results are added to; null: none.</summary>
    public string? JsonPath { get; init; }

    /// <summary>How long a single failure may take to be reduced.</summary>
    public TimeSpan ReductionTime { get; init; } = TimeSpan.FromMinutes(2);
}
