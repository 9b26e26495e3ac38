namespace Harness.Mutation;

/// <summary>What became of all mutants of a fixture's table.</summary>
/// <param name="Name">The fixture.</param>
/// <param name="Rows">Rows that were damaged.</param>
/// <param name="Points">Points at which mutants were judged.</param>
/// <param name="Mutants">All of them.</param>
/// <param name="Problems">What the header says of survivors, and is not so.</param>
/// <param name="Seconds">Time.</param>
internal sealed record FixtureMutants(string Name, int Rows, long Points, IReadOnlyList<MutantResult> Mutants, IReadOnlyList<string> Problems, double Seconds)
{
    /// <summary>How many there are of each fate.</summary>
    public MutationTally Tally => MutationTally.Of(Mutants);

    /// <summary>Was all damage noticed that can be, but for what the header explains?</summary>
    public bool Passed => Problems.Count == 0 && !Mutants.Any(mutant => mutant.IsUnexplained);
}
