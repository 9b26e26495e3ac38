using System.Globalization;
using System.Text;

namespace Harness.Mutation.Decisions;

/// <summary>What became of wrong decisions, one line for each, and a score for each kind.</summary>
internal static class DecisionText
{
    /// <summary>Writes it.</summary>
    public static void Write(StringBuilder text, IReadOnlyList<DecisionResult> decisions)
    {
        text.AppendLine($"{"kind",-18}{"decision",-46}noticed by");
        foreach (var decision in decisions)
        {
            var fate = decision switch
            {
                { KilledBy: { } fixture } => fixture,
                { IsUnexplained: false } => $"none: {decision.Note}",
                _ => $"NONE: {decision.What}",
            };
            text.AppendLine($"{decision.Kind,-18}{decision.Name,-46}{fate}");
        }

        text.AppendLine();
        foreach (var kind in decisions.GroupBy(decision => decision.Kind))
        {
            var killed = kind.Count(decision => decision.KilledBy is not null);
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Key,-18}{killed} of {kind.Count()} noticed");
        }
    }
}
