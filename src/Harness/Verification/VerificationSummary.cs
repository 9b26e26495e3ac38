using System.Globalization;
using System.Text;
using Harness.Verification.Results;

namespace Harness.Verification;

/// <summary>The text of a verification: what is wrong, then a line for each group and one for all.</summary>
internal static class VerificationSummary
{
    private static readonly string[] _columns = ["fixtures", "passed", "instructions", "points", "frames", "interrupts", "rows", "executed", "blind"];

    /// <summary>The text.</summary>
    /// <param name="results">What came of each fixture, sorted by name.</param>
    /// <param name="listUncovered">Also the rows that were never executed.</param>
    /// <param name="listTimes">Also a line for each fixture, with its time and rate.</param>
    public static string Write(IReadOnlyList<FixtureResult> results, bool listUncovered, bool listTimes)
    {
        var text = new StringBuilder();
        foreach (var result in results.Where(result => !result.Passed))
            text.Append(ResultText.Failures(result));
        if (listUncovered)
            WriteUncovered(text, results);
        if (listTimes)
            WriteTimes(text, results);

        text.AppendLine($"{"group",-12}{string.Concat(_columns.Select(column => $"{column,14}"))}");
        foreach (var group in results.GroupBy(result => result.Group))
            WriteLine(text, group.Key, [.. group]);
        WriteLine(text, "all", results);
        WriteNotes(text, results);
        return text.ToString();
    }

    private static void WriteLine(StringBuilder text, string name, IReadOnlyList<FixtureResult> results)
    {
        var sum = VerificationCounters.Sum(results.Select(result => result.Counters));
        long[] values =
        [
            results.Count, results.Count(result => result.Passed),
            sum.Instructions, sum.Points, sum.Frames, sum.Interrupts, sum.Rows, sum.RowsUsed, sum.BlindPoints,
        ];
        text.AppendLine($"{name,-12}{string.Concat(values.Select(value => $" {Number(value),13}"))}");
    }

    private static void WriteUncovered(StringBuilder text, IReadOnlyList<FixtureResult> results)
    {
        WriteRowUses(text, results);
        foreach (var result in results)
        {
            foreach (var row in result.UnusedRows)
            {
                text.AppendLine($"never executed{(row.Reason.Length > 0 ? ", as declared" : "")}: {result.Name}: {row.Place}: {row.Entry}{(row.Reason.Length > 0 ? ": " : "")}{row.Reason}");
                foreach (var instruction in row.Code)
                    text.AppendLine($"     {instruction}");
            }
        }
    }

    /// <summary>Rows by how they were used: an interrupted instruction is looked up at its ip, a return address one byte before.</summary>
    private static void WriteRowUses(StringBuilder text, IReadOnlyList<FixtureResult> results)
    {
        string[] columns = ["rows", "executed", "interrupted", "returned to", "declared"];
        text.AppendLine($"{"fixture",-46}{string.Concat(columns.Select(column => $"{column,14}"))}");
        foreach (var result in results.Where(result => result.Counters.Rows > 0))
            WriteRowUses(text, result.Name, result.Counters);
        WriteRowUses(text, "all", VerificationCounters.Sum(results.Select(result => result.Counters)));
        text.AppendLine();
    }

    private static void WriteRowUses(StringBuilder text, string name, in VerificationCounters counters)
    {
        long[] values = [counters.Rows, counters.RowsUsed, counters.RowsInterrupted, counters.RowsReturnedTo, counters.RowsDeclared];
        text.AppendLine($"{name,-46}{string.Concat(values.Select(value => $"{Number(value),14}"))}");
    }

    private static void WriteTimes(StringBuilder text, IReadOnlyList<FixtureResult> results)
    {
        text.AppendLine($"{"fixture",-46}{"seconds",12}{"points",14}{"interrupts",14}{"points/s",14}");
        foreach (var result in results)
        {
            var rate = result.Seconds > 0 ? result.Counters.Points / result.Seconds : 0;
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{result.Name,-46}{result.Seconds,12:F3}{Number(result.Counters.Points),14}{Number(result.Counters.Interrupts),14}{rate,14:N0}");
        }

        text.AppendLine();
    }

    /// <summary>Nothing is left out in silence.</summary>
    private static void WriteNotes(StringBuilder text, IReadOnlyList<FixtureResult> results)
    {
        var notes = results.SelectMany(result => result.Notes.Select(note => (result.Name, Note: note)));
        foreach (var group in notes.GroupBy(note => note.Note))
            text.AppendLine($"note: {group.Key}: {string.Join(", ", group.Select(note => note.Name))}");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
