using System.Globalization;
using System.Text;

namespace Harness.Generation;

/// <summary>The text of what came of all programs: a line for each setting and one for all.</summary>
internal static class FuzzSummary
{
    private static readonly string[] _columns = ["programs", "clean", "instructions", "points", "frames", "interrupts", "rows", "executed", "points/s"];

    /// <summary>The text.</summary>
    /// <param name="totals">By setting, in their order.</param>
    /// <param name="all">Their sum.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="nextSeed">Where another run would go on.</param>
    public static string Write(IReadOnlyList<(string Setting, FuzzTotals Totals)> totals, FuzzTotals all, TimeSpan elapsed, ulong nextSeed)
    {
        var text = new StringBuilder();
        text.AppendLine($"{"setting",-22}{string.Concat(_columns.Select(column => $"{column,16}"))}");
        foreach (var (setting, some) in totals.Where(_ => totals.Count > 1))
            WriteLine(text, setting, some);
        WriteLine(text, "all", all);
        // Nothing is left out in silence.
        foreach (var outcome in ProgramOutcomes.All.Where(outcome => outcome != ProgramOutcome.Clean && all[outcome] > 0))
            text.AppendLine($"{ProgramOutcomes.NameOf(outcome)}: {Number(all[outcome])}{BySetting(totals, outcome)}");
        text.AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed.TotalSeconds:F1} s; {all.BuildSeconds:F1} s of making, compiling and running natively, {all.VerifySeconds:F1} s of analysis and verification; next seed {nextSeed}"));
        return text.ToString();
    }

    private static string BySetting(IReadOnlyList<(string Setting, FuzzTotals Totals)> totals, ProgramOutcome outcome) => totals.Count == 1 ? "" :
        $" ({string.Join(", ", totals.Where(entry => entry.Totals[outcome] > 0).Select(entry => $"{entry.Setting} {Number(entry.Totals[outcome])}"))})";

    private static void WriteLine(StringBuilder text, string name, FuzzTotals totals)
    {
        var counters = totals.Counters;
        var rate = totals.VerifySeconds > 0 ? (long)(counters.Points / totals.VerifySeconds) : 0;
        long[] values =
        [
            totals.Programs, totals[ProgramOutcome.Clean], counters.Instructions, counters.Points, counters.Frames, counters.Interrupts,
            counters.Rows, counters.RowsUsed, rate,
        ];
        text.AppendLine($"{name,-22}{string.Concat(values.Select(value => $"{Number(value),16}"))}");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
