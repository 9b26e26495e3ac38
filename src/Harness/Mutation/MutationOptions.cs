using Harness.Fixtures;

namespace Harness.Mutation;

/// <summary>How tables are damaged and judged.</summary>
internal sealed record MutationOptions
{
    /// <summary>The most interrupts to deliver.</summary>
    public InterruptMode Interrupts { get; init; } = InterruptMode.Nested;

    /// <summary>The damages.</summary>
    public IReadOnlySet<MutantKind> Kinds { get; init; } = MutantKinds.All.ToHashSet();

    /// <summary>Run what is proved to be equivalent too, which would show a proof to be wrong.</summary>
    public bool JudgesEquivalents { get; init; }

    /// <summary>Instructions after which a run is taken to never end.</summary>
    public long MaximumInstructions { get; init; } = 500_000_000;
}
