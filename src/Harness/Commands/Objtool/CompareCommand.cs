using System.CommandLine;
using System.Globalization;
using Elf;
using Harness.Commands.Objtool.CallFrames;
using Harness.Loading;
using Objtool.Analysis;
using Objtool.Comparison;
using Objtool.Tables;
using Undwarf;

namespace Harness.Commands.Objtool;

/// <summary><c>objtool compare</c>: the rows that a file holds beside those that we would write, or two files' rows.</summary>
internal static class CompareCommand
{
    private const string EhFrame = "eh_frame";

    private static readonly Option<int> _differences = new("--diffs")
    {
        Description = "Stretches of differing code to show for each file.",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Option<string?> _against = new("--against")
    {
        Description = "Compare what the analysis finds with the file's call frame information (.eh_frame, .debug_frame) instead.",
        HelpName = EhFrame,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [{ Value: not EhFrame } token])
                    result.AddError($"--against {token.Value}: expected {EhFrame}");
            },
        },
    };

    private static readonly Option<bool> _each = new("--each") { Description = "Of two files, too, compare each with what is generated from its code." };

    public static Command Create()
    {
        var command = new Command("compare", "Compare the rows in a file with those generated from its code, or the rows of two files.")
        {
            ObjtoolOptions.Files, ObjtoolOptions.Format, CommonOptions.Jobs, _differences, _each, _against,
        };
        command.SetAction(result =>
            result.GetValue(_against) is not null ? CompareWithCallFrames(result)
            : IsPair(result) ? ComparePair(result) : CompareAll(result));
        return command;
    }

    /// <summary>Two files are compared with each other; one file, more files and folders with their own code.</summary>
    private static bool IsPair(ParseResult result) =>
        !result.GetValue(_each) && result.GetRequiredValue(ObjtoolOptions.Files) is { Length: 2 } files && !files.Any(Directory.Exists);

    private static int ComparePair(ParseResult result)
    {
        var (first, second) = (result.GetRequiredValue(ObjtoolOptions.Files)[0], result.GetRequiredValue(ObjtoolOptions.Files)[1]);
        var comparison = TableComparison.Of(ReadTable(first, result), ReadTable(second, result));
        Write(first, comparison, result.GetValue(_differences));
        var summary = new ComparisonSummary();
        summary.Add(comparison);
        Console.Out.WriteLine(summary.ToString());
        return comparison.IsSameEverywhere ? ExitCode.Success : ExitCode.Findings;
    }

    private static int CompareAll(ParseResult result)
    {
        var files = ObjectFiles.Find(result.GetRequiredValue(ObjtoolOptions.Files));
        var summary = new ComparisonSummary();
        foreach (var outcome in FileBatch.Run(files, path => CompareWithGenerated(path, result.GetValue(ObjtoolOptions.Format)), result.GetValue(CommonOptions.Jobs)))
        {
            if (outcome.Result is { } comparison)
            {
                summary.Add(comparison);
                if (!comparison.IsSameEverywhere)
                    Write(outcome.Path, comparison, result.GetValue(_differences));
            }
            else
            {
                summary.AddFailure();
                FileFailures.Write(outcome.Path, outcome.Failure!);
            }
        }

        Console.Out.WriteLine(summary.ToString());
        return summary.Failures > 0 ? ExitCode.BadInput : summary.IsAllSame ? ExitCode.Success : ExitCode.Findings;
    }

    private static int CompareWithCallFrames(ParseResult result)
    {
        var files = ObjectFiles.Find(result.GetRequiredValue(ObjtoolOptions.Files));
        var report = new CallFrameReport(Console.Out, result.GetValue(_differences));
        var failed = 0;
        foreach (var outcome in FileBatch.Run(files, path => CallFrameComparison.Of(InputFile.ReadElf(path)), result.GetValue(CommonOptions.Jobs)))
        {
            if (outcome.Result is { } comparison)
            {
                report.Add(outcome.Path, comparison);
                continue;
            }

            failed++;
            FileFailures.Write(outcome.Path, outcome.Failure!);
        }

        report.Finish(failed);
        return failed > 0 ? ExitCode.BadInput : report.IsAllSame ? ExitCode.Success : ExitCode.Findings;
    }

    private static TableComparison CompareWithGenerated(string path, TableFormat? given)
    {
        var file = InputFile.ReadElf(path);
        // A file without rows may be right: then none are generated either.
        var format = given ?? TableFormatDetection.Detect(file) ?? TableFormatDetection.FromKernelVersion(file)
            ?? throw new InputException($"{path}: there is no table in it");
        var analysis = ObjectAnalysis.Run(file, new AnalysisOptions { CheckReachability = false, Release = ObjtoolOptions.ReleaseOf(format) });
        var generated = TableGenerator.Generate(analysis, format);
        return TableComparison.Of(ComparableTable.Of(TableReader.Read(file, format)), ComparableTable.Of(generated));
    }

    private static ComparableTable ReadTable(string path, ParseResult result)
    {
        var file = InputFile.ReadElf(path);
        var format = result.GetValue(ObjtoolOptions.Format) ?? TableFormatDetection.Detect(file) ?? throw new InputException($"{path}: there is no table in it");
        return ComparableTable.Of(TableReader.Read(file, format));
    }

    private static void Write(string path, TableComparison comparison, int shown)
    {
        var bytes = comparison.Differences.Aggregate(0UL, (sum, stretch) => sum + stretch.Length);
        if (bytes == 0)
            return;
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{path}: {comparison.Differences.Count} stretches differ, {bytes} bytes of {comparison.LiveBytes} live"));
        foreach (var stretch in comparison.Differences.Take(shown))
            Console.Out.WriteLine($"  {stretch.Section}+0x{stretch.Begin:x}..0x{stretch.End:x}: {Describe(stretch.First)} | {Describe(stretch.Second)}");
        if (comparison.Differences.Count > shown)
            Console.Out.WriteLine($"  ... {comparison.Differences.Count - shown} more");
    }

    private static string Describe(UndwarfEntry? entry) => entry is { } known ? UndwarfV2Format.Extended.Describe(known) : "nothing known";
}
