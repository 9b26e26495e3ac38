namespace Harness.Mutation.Judgement;

/// <summary>Which mutant's table is looked up at the moment: no unwinder needs to be made anew for each.</summary>
internal sealed class MutantSelection
{
    /// <summary>What it says otherwise.</summary>
    public RowOverride[] Overrides { get; set; } = [];
}
