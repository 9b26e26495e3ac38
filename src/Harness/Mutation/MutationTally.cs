namespace Harness.Mutation;

/// <summary>Numbers of mutants by what became of them.</summary>
/// <param name="All">All.</param>
/// <param name="Killed">Found out.</param>
/// <param name="Equivalent">Proved to be no damage.</param>
/// <param name="Declared">In rows that are declared not to be executed.</param>
/// <param name="NeverExecuted">Not used by any unwind.</param>
/// <param name="Survived">Used, and not found out.</param>
internal readonly record struct MutationTally(int All, int Killed, int Equivalent, int Declared, int NeverExecuted, int Survived)
{
    /// <summary>Those of some mutants.</summary>
    public static MutationTally Of(IReadOnlyCollection<MutantResult> mutants) => new(
        mutants.Count, Count(mutants, MutantFate.Killed), Count(mutants, MutantFate.Equivalent), Count(mutants, MutantFate.Declared), Count(mutants, MutantFate.NeverExecuted), Count(mutants, MutantFate.Survived));

    /// <summary>Killed of those that can be; 1 when none can.</summary>
    public double Score => Possible == 0 ? 1 : (double)Killed / Possible;

    private int Possible => All - Equivalent - Declared;

    private static int Count(IReadOnlyCollection<MutantResult> mutants, MutantFate fate) => mutants.Count(mutant => mutant.Fate == fate);
}
