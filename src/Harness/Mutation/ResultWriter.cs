using Harness.Loading;
using Harness.Mutation.Judgement;
using Undwarf;

namespace Harness.Mutation;

/// <summary>Says in values and words what became of mutants.</summary>
/// <param name="image">The table that they are mutants of.</param>
/// <param name="declared">Those that need not be executed; null: none.</param>
internal sealed class ResultWriter(Image image, DeclaredMutants? declared = null)
{
    /// <summary>The result for one.</summary>
    /// <param name="judged">It.</param>
    /// <param name="reason">Why it is equivalent, or null.</param>
    public MutantResult Write(JudgedMutant judged, string? reason) => new()
    {
        Row = judged.Mutant.Row,
        Place = image.Symbols.NameOf(image.Table.AddressOf(judged.Mutant.Row)),
        Entry = UndwarfV2Format.Extended.Describe(image.Table[judged.Mutant.Row].Entry),
        Kind = MutantKinds.NameOf(judged.Mutant.Kind),
        What = judged.Mutant.What,
        Fate = FateOf(judged, reason),
        Kill = judged.Kill,
        Reason = reason ?? (judged.Kill is null ? UseOf(judged) : ""),
    };

    private MutantFate FateOf(JudgedMutant judged, string? reason) => judged switch
    {
        { Kill: not null } => MutantFate.Killed,
        _ when reason is not null => MutantFate.Equivalent,
        { Uses: > 0 } => MutantFate.Survived,
        _ => declared?.Has(judged.Mutant) == true ? MutantFate.Declared : MutantFate.NeverExecuted,
    };

    private static string UseOf(JudgedMutant judged)
    {
        var how = (judged.IsUsedInterrupted, judged.IsUsedAsReturnSite) switch
        {
            (true, true) => "as interrupted and as return site",
            (true, false) => "as interrupted",
            _ => "as return site",
        };
        return judged.Uses == 0 ? "" : $"used {how}, at {judged.Uses} points{(judged.HasOtherResult ? ", with another result that is right too" : "")}";
    }
}
