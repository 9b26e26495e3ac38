namespace Harness.Mutation.Decisions;

/// <summary>What became of a wrong decision.</summary>
/// <param name="Kind">What kind of decision.</param>
/// <param name="Name">Which.</param>
/// <param name="What">What is wrong.</param>
/// <param name="KilledBy">The first fixture that fails with it; null: none does.</param>
/// <param name="How">The first line of how.</param>
/// <param name="Note">Why none does, where that is known; empty otherwise.</param>
internal sealed record DecisionResult(string Kind, string Name, string What, string? KilledBy, string How, string Note = "")
{
    /// <summary>Did it go unnoticed, and nobody says why?</summary>
    public bool IsUnexplained => KilledBy is null && Note.Length == 0;
}
