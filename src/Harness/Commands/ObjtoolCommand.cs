using System.CommandLine;
using Elf;
using Harness.Loading;
using Objtool.Analysis;
using Objtool.Diagnostics;
using Objtool.Tables;
using Undwarf;

namespace Harness.Commands;

/// <summary>
/// <c>objtool check</c>, <c>objtool undwarf generate</c>, <c>objtool undwarf dump</c>, with the options that the
/// kernel's build passed in 2017.
/// </summary>
internal static class ObjtoolCommand
{
    private static readonly Argument<string> _file = new("file.o") { Description = "The object file.", Validators = { CommonOptions.RefuseOptions } };

    private static readonly Option<bool> _noFramePointers = new("--no-fp", "-f")
    {
        Description = "Skip frame pointer validation: the code was compiled without frame pointers.",
    };

    private static readonly Option<bool> _noUnreachable = new("--no-unreachable", "-u")
    {
        Description = "Do not report code that nothing leads to.",
    };

    private static readonly Option<bool> _strict = new("--strict-v2")
    {
        Description = "Leave the bits zero that undwarf v2 does not use: no clean end, no blind spots, no signal overrides.",
    };

    private static readonly Option<TableFormat> _format = new("--format")
    {
        Description = $"The table's version: {string.Join(", ", TableFormat.All.Select(format => format.Name))}.",
        DefaultValueFactory = _ => UndwarfV2Format.Extended,
        CustomParser = result =>
        {
            var name = result.Tokens[0].Value;
            var format = TableFormat.All.FirstOrDefault(candidate => candidate.Name == name);
            if (format is null)
                result.AddError($"--format {name}: expected one of {string.Join(", ", TableFormat.All.Select(known => known.Name))}");
            return format!;
        },
    };

    public static Command Create() => new("objtool", "Stack validation, and tables from it.")
    {
        CreateCheck(),
        new Command("undwarf", "The undwarf table of an object file.") { CreateGenerate(), CreateDump() },
    };

    private static Command CreateCheck()
    {
        var command = new Command("check", "Perform stack metadata validation on an object file.") { _file, _noFramePointers, _noUnreachable };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(_file);
            return Analyse(path, OptionsOf(result), out var analysis) && analysis.Diagnostics.Count == 0 ? ExitCode.Success : ExitCode.Findings;
        });
        return command;
    }

    private static Command CreateGenerate()
    {
        var command = new Command("generate", "Check, and add the table to the file in place.") { _file, _noFramePointers, _noUnreachable, _strict, _format };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(_file);
            var format = result.GetRequiredValue(_format);
            if (format == UndwarfV2Format.Extended && result.GetValue(_strict))
                format = UndwarfV2Format.Strict;
            return Generate(path, OptionsOf(result), format) ? ExitCode.Success : ExitCode.Findings;
        });

        // The kernel's Makefile of 2017 calls it by any word that starts with these letters.
        command.Aliases.Add("gen");
        return command;
    }

    private static Command CreateDump()
    {
        var command = new Command("dump", "Print the table of a file, one row a line.") { _file, _format };
        command.SetAction(result =>
        {
            foreach (var line in TableDump.Lines(InputFile.ReadElf(result.GetRequiredValue(_file)), result.GetRequiredValue(_format)))
                Console.Out.WriteLine(line);
        });
        return command;
    }

    private static AnalysisOptions OptionsOf(ParseResult result) => new()
    {
        CheckFramePointers = !result.GetValue(_noFramePointers),
        CheckReachability = !result.GetValue(_noUnreachable),
    };

    private static bool Generate(string path, AnalysisOptions options, TableFormat format)
    {
        if (!Analyse(path, options, out var analysis))
            return false;
        try
        {
            var rows = TableGenerator.Generate(analysis, format);
            var editor = new ElfEditor(analysis.Code.File);
            TableWriter.Add(editor, analysis.Code.File, format, rows);
            if (rows.Count > 0)
                editor.Save(path);
            return true;
        }
        catch (AnalysisException exception)
        {
            Console.Error.WriteLine(exception.Diagnostic.Format(path));
            return false;
        }
    }

    private static bool Analyse(string path, AnalysisOptions options, out AnalysisResult analysis)
    {
        analysis = null!;
        try
        {
            analysis = ObjectAnalysis.Run(InputFile.ReadElf(path), options);
            foreach (var diagnostic in analysis.Diagnostics)
                Console.Error.WriteLine(diagnostic.Format(path));
            return true;
        }
        catch (AnalysisException exception)
        {
            Console.Error.WriteLine(exception.Diagnostic.Format(path));
            return false;
        }
    }
}
