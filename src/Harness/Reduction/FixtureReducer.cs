using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Verification;

namespace Harness.Reduction;

/// <summary>Makes the smallest source it can of a fixture that fails, such that it still fails in the same way.</summary>
internal sealed partial class FixtureReducer(FixturePreparer preparer, VerificationOptions options)
{
    private const string HeaderMark = "# harness:";

    /// <summary>When nothing shorter is looked for any more.</summary>
    public TimeSpan Patience { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>The reduced source, ready to be kept, and how many sources were tried.</summary>
    /// <exception cref="InputException">Not assembly, or nothing fails.</exception>
    public (string Source, int Trials) Reduce(Fixture fixture)
    {
        if (fixture.Kind != FixtureKind.Assembly)
            throw new InputException($"{fixture.Path}: only assembly (.s) is reduced; compile to it first (cc -S)");

        var lines = InputFile.ReadLines(fixture.Path).ToArray();
        string[] header = [.. lines.Where(line => line.StartsWith(HeaderMark, StringComparison.Ordinal))];
        SourceLine[] code = [.. lines.Where(line => !line.StartsWith(HeaderMark, StringComparison.Ordinal)).Select(line => new SourceLine(line)).Where(line => !line.IsBlank)];
        var begin = Stopwatch.GetTimestamp();
        var oracle = new FailureOracle(fixture, preparer, options);
        var folder = Directory.CreateTempSubdirectory("harness-reduce-");
        try
        {
            var candidate = Path.Combine(folder.FullName, Path.GetFileName(fixture.Path));
            var original = Path.GetDirectoryName(Path.GetFullPath(fixture.Path))!;
            // The result of a program that lost half its instructions is another; where it is wrong is found anew.
            string[] asked = [.. header.Select(line => Forgotten().Replace(line, ""))];
            FixtureReport? Try(IReadOnlyList<SourceLine> some) => oracle.Fails(WriteCandidate(candidate, original, asked, some));
            var left = new LineReducer(some => !IsEnough(begin) && Try(some) is not null).Reduce(code);
            var report = Try(left) ?? oracle.Report;
            return (Write(fixture, asked, left, report), oracle.Trials);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private bool IsEnough(long begin) => Patience != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(begin) > Patience;

    private static Fixture WriteCandidate(string path, string originalFolder, string[] header, IEnumerable<SourceLine> lines)
    {
        string Line(string text) => Include().Replace(text, match =>
        {
            var included = Path.Combine(originalFolder, match.Groups["file"].Value);
            return File.Exists(included) ? $"{match.Groups["before"].Value}\"{included}\"" : match.Value;
        });

        File.WriteAllText(path, string.Join('\n', [.. header, "", .. lines.Select(line => Line(line.Text)), ""]));
        return FixtureDiscovery.Read(path);
    }

    private static string Write(Fixture fixture, string[] header, IReadOnlyList<SourceLine> lines, FixtureReport report)
    {
        var text = new StringBuilder();
        foreach (var line in header)
            text.AppendLine(line.StartsWith($"{HeaderMark} expect=", StringComparison.Ordinal) && fixture.Header.Expectation.Outcome != ExpectedOutcome.Pass ? $"{line}{WrongPlaces(report)}" : line.TrimEnd());
        if (header.Length == 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"{HeaderMark} what reduced from {Path.GetFileName(fixture.Path)}: fails at {report.Image!.Symbols.NameOf(report.Mismatches[0].Rip)}");
        text.AppendLine();
        foreach (var line in lines)
        {
            text.AppendLine(line.Text);
            if (line.Ends is not null)
                text.AppendLine();
        }

        return text.ToString();
    }

    private static string WrongPlaces(FixtureReport report) => $" wrong={string.Join(',', report.WrongPlaces.Select(report.Image!.Symbols.NameOf))}";

    [GeneratedRegex(@"\s+(?:result|wrong)=\S+")]
    private static partial Regex Forgotten();

    [GeneratedRegex(@"^(?<before>\s*\.include\s+)""(?<file>[^""]+)""")]
    private static partial Regex Include();
}
