using Harness.Mutation.Decisions;

namespace Harness.Mutation;

/// <summary>What <c>--json</c> writes.</summary>
internal sealed record MutationFile
{
    /// <summary>Says what kind of file it is.</summary>
    public string Schema { get; init; } = "harness-mutation";

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The fixtures, sorted by name.</summary>
    public required IReadOnlyList<FixtureMutants> Fixtures { get; init; }

    /// <summary>Wrong decisions of unwinder and generator.</summary>
    public required IReadOnlyList<DecisionResult> Decisions { get; init; }
}
