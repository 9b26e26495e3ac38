using System.Globalization;
using System.Text;
using Harness.Fixtures;
using Undwarf;

namespace Harness.Verification;

/// <summary>The text of a verification: what is wrong, then a line for each group and one for all.</summary>
internal static class VerificationSummary
{
    private static readonly string[] _columns = ["fixtures", "passed", "instructions", "points", "frames", "interrupts", "rows", "executed", "blind"];

    public static string Write(IReadOnlyList<FixtureReport> reports, VerificationOptions options, bool listUncovered)
    {
        var text = new StringBuilder();
        foreach (var report in reports.Where(report => !report.Passed))
            text.Append(VerdictWriter.Write(report));
        if (listUncovered)
            WriteUncovered(text, reports);

        text.AppendLine($"{"group",-12}{string.Concat(_columns.Select(column => $"{column,14}"))}");
        foreach (var group in reports.GroupBy(report => report.Fixture.Group))
            WriteLine(text, group.Key, [.. group]);
        WriteLine(text, "all", reports);
        WriteLimits(text, reports, options);
        return text.ToString();
    }

    private static void WriteLine(StringBuilder text, string name, IReadOnlyList<FixtureReport> reports)
    {
        var sum = default(VerificationCounters);
        foreach (var report in reports)
            sum.Add(report.Counters);
        long[] values =
        [
            reports.Count, reports.Count(report => report.Passed),
            sum.Instructions, sum.Points, sum.Frames, sum.Interrupts, sum.Rows, sum.RowsUsed, sum.BlindPoints,
        ];
        text.AppendLine($"{name,-12}{string.Concat(values.Select(value => $"{value.ToString("N0", CultureInfo.InvariantCulture),14}"))}");
    }

    private static void WriteUncovered(StringBuilder text, IReadOnlyList<FixtureReport> reports)
    {
        foreach (var report in reports)
        {
            foreach (var row in report.UnusedRows)
            {
                var (address, entry) = (report.Image!.Table.AddressOf(row), report.Image.Table[row].Entry);
                text.AppendLine($"never executed: {report.Fixture.Name}: {report.Image.Symbols.NameOf(address)}: {UndwarfV2Format.Extended.Describe(entry)}");
            }
        }
    }

    /// <summary>Nothing is left out in silence.</summary>
    private static void WriteLimits(StringBuilder text, IReadOnlyList<FixtureReport> reports, VerificationOptions options)
    {
        foreach (var report in reports.Where(report => report.Fixture.Header.Interrupts < options.Interrupts))
            text.AppendLine($"note: {report.Fixture.Name}: its header allows interrupts={report.Fixture.Header.Interrupts.ToString().ToLowerInvariant()} only");
        foreach (var report in reports.Where(report => report.Image is null && report.Fixture.Header.Expectation.Outcome == ExpectedOutcome.Diagnostic))
            text.AppendLine($"note: {report.Fixture.Name}: expects {report.Fixture.Header.Expectation.DiagnosticId}, not run");
    }
}
