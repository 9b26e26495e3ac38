using System.Globalization;
using System.Text;
using Harness.Verification;
using Harness.Verification.Results;

namespace Harness.Kernels.Verification;

/// <summary>The text of a verification of a kernel's functions.</summary>
internal static class KernelSummary
{
    private static readonly string[] _columns = ["instructions", "points", "frames", "interrupts", "rows", "executed", "blind"];

    /// <summary>What is wrong, a line for each call, one for all, and what they reached.</summary>
    public static string Write(IReadOnlyList<FixtureResult> results, KernelTotals totals, bool listUncovered)
    {
        var text = new StringBuilder();
        foreach (var result in results.Where(result => !result.Passed))
            text.Append(ResultText.Failures(result));
        if (listUncovered)
        {
            foreach (var row in results.SelectMany(result => result.UnusedRows).DistinctBy(row => row.Row).OrderBy(row => row.Row))
                text.AppendLine($"never executed: {row.Place}: {row.Entry}");
        }

        text.AppendLine($"{"call",-44}{string.Concat(_columns.Select(column => $"{column,14}"))}");
        foreach (var result in results)
            WriteLine(text, (result.Passed ? "" : "FAIL ") + result.Name, result.Counters, result.Counters.Rows, result.Counters.RowsUsed);
        WriteLine(text, "all", VerificationCounters.Sum(results.Select(result => result.Counters)), totals.Rows, totals.RowsUsed);
        foreach (var group in results.SelectMany(result => result.Notes.Select(note => (result.Name, Note: note))).GroupBy(note => note.Note))
            text.AppendLine($"note: {group.Key}: {string.Join(", ", group.Select(note => note.Name))}");
        text.AppendLine(CultureInfo.InvariantCulture,
            $"Linux {totals.Release} ({totals.Format}): {totals.FunctionsCalled.Count} functions called, {Number(totals.FunctionsEntered)} entered; {results.Count(result => result.Passed)} of {results.Count} calls as expected");
        return text.ToString();
    }

    private static void WriteLine(StringBuilder text, string name, in VerificationCounters counters, int rows, int used)
    {
        const int Width = 43;
        long[] values = [counters.Instructions, counters.Points, counters.Frames, counters.Interrupts, rows, used, counters.BlindPoints];
        text.AppendLine($"{(name.Length > Width ? name[..(Width - 3)] + "..." : name),-(Width + 1)}{string.Concat(values.Select(value => $"{Number(value),14}"))}");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
