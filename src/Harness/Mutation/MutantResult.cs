using Harness.Mutation.Judgement;

namespace Harness.Mutation;

/// <summary>What became of a mutant, in values and words.</summary>
internal sealed record MutantResult
{
    /// <summary>The number of the damaged row in the image's table.</summary>
    public required int Row { get; init; }

    /// <summary>Where the row begins, by name.</summary>
    public required string Place { get; init; }

    /// <summary>What it says when it is right.</summary>
    public required string Entry { get; init; }

    /// <summary>What kind of damage it has.</summary>
    public required string Kind { get; init; }

    /// <summary>The damage in words.</summary>
    public required string What { get; init; }

    /// <summary>What became of it.</summary>
    public required MutantFate Fate { get; init; }

    /// <summary>How it was found out; null when it was not.</summary>
    public MutantKill? Kill { get; init; }

    /// <summary>Why the fixture's header says that it survives; empty when it does not say so.</summary>
    public string Note { get; init; } = "";

    /// <summary>Did it go unnoticed, and nobody says why?</summary>
    public bool IsUnexplained => Fate is MutantFate.Survived or MutantFate.NeverExecuted && Note.Length == 0;

    /// <summary>Why it is equivalent, why it can't be executed, or how the survivor was used; empty for what was killed, unless that was said to be equivalent and the proof is wrong.</summary>
    public string Reason { get; init; } = "";
}
