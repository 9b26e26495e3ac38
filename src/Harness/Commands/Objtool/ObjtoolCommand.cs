using System.CommandLine;
using Elf;
using Harness.Loading;
using Objtool.Analysis;
using Objtool.Tables;
using Undwarf;

namespace Harness.Commands.Objtool;

/// <summary>
/// <c>objtool check</c>, <c>objtool undwarf generate</c>, <c>objtool undwarf dump</c>, with the options that the
/// kernel's build passed in 2017, and <c>objtool compare</c>.
/// </summary>
internal static class ObjtoolCommand
{
    private static readonly Argument<string> _file = new("FILE") { Description = "The object file.", Validators = { CommonOptions.RefuseOptions } };

    public static Command Create() => new("objtool", "Stack validation, and tables from it.")
    {
        CreateCheck(),
        new Command("undwarf", "The table of an object file.") { CreateGenerate(), CreateDump() },
        CompareCommand.Create(),
    };

    private static Command CreateCheck()
    {
        var command = new Command("check", "Perform stack metadata validation on object files.")
        {
            ObjtoolOptions.Files, ObjtoolOptions.NoFramePointers, ObjtoolOptions.NoUnreachable, ObjtoolOptions.Format,
            ObjtoolOptions.Backtrace, ObjtoolOptions.Json, CommonOptions.Quirks, CommonOptions.Jobs,
        };
        command.SetAction(result =>
        {
            var options = ObjtoolOptions.AnalysisOf(result, ObjtoolOptions.FormatOf(result));
            var report = new DiagnosticReport(result.GetValue(ObjtoolOptions.Backtrace), result.GetValue(ObjtoolOptions.Json));
            return ForEachFile(result, report, path => ObjectAnalysis.Run(InputFile.ReadElf(path), options)) ?? (report.Warnings > 0 ? ExitCode.Findings : ExitCode.Success);
        });
        return command;
    }

    private static Command CreateGenerate()
    {
        var command = new Command("generate", "Check, and add the table to the files in place.")
        {
            ObjtoolOptions.Files, ObjtoolOptions.NoFramePointers, ObjtoolOptions.NoUnreachable, ObjtoolOptions.Format, ObjtoolOptions.Strict,
            ObjtoolOptions.Force, ObjtoolOptions.DryRun, ObjtoolOptions.WarningsAreErrors, ObjtoolOptions.Backtrace, ObjtoolOptions.Json, CommonOptions.Quirks, CommonOptions.Jobs,
        };
        command.SetAction(result =>
        {
            var format = ObjtoolOptions.FormatOf(result);
            var options = ObjtoolOptions.AnalysisOf(result, format);
            var report = new DiagnosticReport(result.GetValue(ObjtoolOptions.Backtrace), result.GetValue(ObjtoolOptions.Json));
            var (replace, write) = (result.GetValue(ObjtoolOptions.Force), !result.GetValue(ObjtoolOptions.DryRun));
            return ForEachFile(result, report, path => Generate(path, options, format, replace, write))
                ?? (report.Warnings > 0 && result.GetValue(ObjtoolOptions.WarningsAreErrors) ? ExitCode.Findings : ExitCode.Success);
        });

        // The kernel's Makefile of 2017 calls it by any word that starts with these letters.
        command.Aliases.Add("gen");
        return command;
    }

    private static Command CreateDump()
    {
        var command = new Command("dump", "Print the table of a file, one row a line.") { _file, ObjtoolOptions.Format };
        command.SetAction(result =>
        {
            var file = InputFile.ReadElf(result.GetRequiredValue(_file));
            if ((result.GetValue(ObjtoolOptions.Format) ?? TableFormatDetection.Detect(file)) is not { } format)
                return;
            foreach (var line in TableDump.Lines(file, format))
                Console.Out.WriteLine(line);
        });
        return command;
    }

    /// <summary>Works on all files and reports what was found. An exit code when some could not be worked on, otherwise null.</summary>
    private static int? ForEachFile(ParseResult result, DiagnosticReport report, Func<string, AnalysisResult> work)
    {
        var files = ObjectFiles.Find(result.GetRequiredValue(ObjtoolOptions.Files));
        int? worst = null;
        foreach (var outcome in FileBatch.Run(files, path => report.FindingsOf(path, work(path)), result.GetValue(CommonOptions.Jobs)))
        {
            if (outcome.Result is { } findings)
                report.Add(findings);
            else
                worst = Math.Max(worst ?? 0, report.AddFailure(outcome.Path, outcome.Failure!));
        }

        report.Finish(files.Count);
        return worst;
    }

    private static AnalysisResult Generate(string path, AnalysisOptions options, TableFormat format, bool replace, bool write)
    {
        var file = InputFile.ReadElf(path);
        var analysis = ObjectAnalysis.Run(file, options);
        var rows = TableGenerator.Generate(analysis, format);
        var editor = new ElfEditor(file);
        TableWriter.Add(editor, file, format, rows, replace);
        if (write && rows.Count > 0)
            editor.Save(path);
        return analysis;
    }
}
