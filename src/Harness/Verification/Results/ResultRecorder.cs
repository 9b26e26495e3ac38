using System.Globalization;
using Harness.Fixtures;

namespace Harness.Verification.Results;

/// <summary>Keeps of a report what is wanted when its image is gone.</summary>
internal static class ResultRecorder
{
    /// <summary>The report in values and words.</summary>
    public static FixtureResult Record(FixtureReport report, TimeSpan time) => new()
    {
        Name = report.Fixture.Name,
        Group = report.Fixture.Group,
        Path = report.Fixture.Path,
        Hash = report.Hash,
        RunLength = report.Run.Length,
        RunPath = PathText(report.Run.Path),
        Seconds = Math.Round(time.TotalSeconds, 6),
        Counters = report.Counters,
        WrongPoints = report.WrongPoints,
        EndedEarly = report.Execution is not null,
        Failures = [.. FailuresOf(report)],
        QuirkProblem = report.QuirkProblem,
        Findings = [.. report.Mismatches.Select((mismatch, index) => FindingOf(report, mismatch, index))],
        UnusedRows = [.. UnusedRowsOf(report)],
        RowUses = report.RowUses,
        Notes = [.. NotesOf(report)],
    };

    /// <summary>A run's fingerprint as it is written.</summary>
    public static string PathText(ulong path) => path.ToString("x16", CultureInfo.InvariantCulture);

    private static IEnumerable<string> FailuresOf(FixtureReport report)
    {
        if (report.Unmet is { } unmet)
            yield return unmet;
        if (report.Execution is { } execution)
            yield return $"{report.Image?.Symbols.NameOf(execution.Rip)}: {execution.Message}";
    }

    private static ResultFinding FindingOf(FixtureReport report, Mismatch mismatch, int index) => new(
        mismatch.Instruction, index, mismatch.Rip, mismatch.Chain.Frames.Count > 0 ? mismatch.Chain.Frames[mismatch.Chain.FirstWrong].Row : -1,
        VerdictWriter.Write(report, mismatch));

    private static IEnumerable<UnusedRow> UnusedRowsOf(FixtureReport report)
    {
        if (report.Image is not { } image)
            yield break;
        var rows = image.RowsOf(report.Unwinder);
        var declared = DeclaredRows.Of(report.Fixture.Header, image, report.Unwinder);
        var code = new RowCode(image, rows);
        foreach (var row in report.UnusedRows)
            yield return new UnusedRow(row, image.Symbols.NameOf(rows.AddressOf(row)), rows.Describe(row), declared.ReasonAt(rows.AddressOf(row)) ?? "") { Code = [.. code.Of(row)] };
    }

    private static IEnumerable<string> NotesOf(FixtureReport report)
    {
        foreach (var note in report.Notes)
            yield return note;
        var header = report.Fixture.Header;
        if (header.Interrupts < report.Wanted)
            yield return $"its header allows interrupts={header.Interrupts.ToString().ToLowerInvariant()} only";
        if (report.Image is null && header.Expectation.Outcome == ExpectedOutcome.Diagnostic)
            yield return "not run, since a diagnostic is expected";
    }
}
