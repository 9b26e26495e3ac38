using System.Globalization;
using System.Text;
using Harness.Mutation.Decisions;

namespace Harness.Mutation;

/// <summary>The text of a mutation run: a line for each fixture, one for each kind, and what was not found out.</summary>
internal static class MutationText
{
    private static readonly string[] _columns = ["mutants", "killed", "equivalent", "declared", "unexecuted", "survived", "score"];

    /// <summary>The text.</summary>
    /// <param name="fixtures">What came of each, sorted by name.</param>
    /// <param name="decisions">What came of wrong decisions of unwinder and generator.</param>
    /// <param name="listSurvivors">Also each mutant that was not found out and is not equivalent.</param>
    public static string Write(IReadOnlyList<FixtureMutants> fixtures, IReadOnlyList<DecisionResult> decisions, bool listSurvivors)
    {
        var text = new StringBuilder();
        if (listSurvivors)
            WriteSurvivors(text, fixtures);
        foreach (var fixture in fixtures)
        {
            foreach (var problem in fixture.Problems)
                text.AppendLine($"{fixture.Name}: {problem}");
        }

        if (fixtures.Count > 0)
            WriteRows(text, fixtures);
        if (decisions.Count > 0)
            DecisionText.Write(text, decisions);
        return text.ToString();
    }

    private static void WriteRows(StringBuilder text, IReadOnlyList<FixtureMutants> fixtures)
    {
        WriteHead(text, "fixture");
        foreach (var fixture in fixtures)
            WriteLine(text, fixture.Name, fixture.Tally);
        text.AppendLine();
        WriteHead(text, "kind");
        MutantResult[] all = [.. fixtures.SelectMany(fixture => fixture.Mutants)];
        foreach (var kind in MutantKinds.Names)
            WriteLine(text, kind, MutationTally.Of([.. all.Where(mutant => mutant.Kind == kind)]));
        WriteLine(text, "all", MutationTally.Of(all));
        text.AppendLine();
    }

    private static void WriteSurvivors(StringBuilder text, IReadOnlyList<FixtureMutants> fixtures)
    {
        foreach (var fixture in fixtures)
        {
            foreach (var mutant in fixture.Mutants.Where(mutant => mutant.Fate is MutantFate.Survived or MutantFate.NeverExecuted))
                text.AppendLine(Describe(fixture.Name, mutant));
        }
    }

    /// <summary>A mutant that was not found out, in one line.</summary>
    private static string Describe(string fixture, MutantResult mutant)
    {
        var fate = mutant.Fate == MutantFate.Survived ? "survived" : "never executed";
        var line = $"{fate}{(mutant.IsUnexplained ? "" : ", as explained")}: {fixture}: {mutant.Place}: {mutant.Entry}: {mutant.What}";
        return string.Join(": ", new[] { line, mutant.Reason, mutant.Note }.Where(part => part.Length > 0));
    }

    private static void WriteHead(StringBuilder text, string first) => text.AppendLine($"{first,-46}{string.Concat(_columns.Select(column => $"{column,12}"))}");

    private static void WriteLine(StringBuilder text, string name, MutationTally tally)
    {
        int[] values = [tally.All, tally.Killed, tally.Equivalent, tally.Declared, tally.NeverExecuted, tally.Survived];
        var numbers = values.Select(value => $"{value.ToString("N0", CultureInfo.InvariantCulture),12}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{name,-46}{string.Concat(numbers)}{100 * tally.Score,10:F2} %");
    }
}
