using System.CommandLine;
using Harness.Benchmarks;
using Harness.Commands.Objtool;

namespace Harness.Commands;

/// <summary><c>bench</c>: the rates that the README quotes, measured here and now.</summary>
internal static class BenchCommand
{
    private static readonly Option<string?> _against = new("--against")
    {
        Description = "Another objtool to measure beside ours: run as PROGRAM --orc --dry-run FILE, once for each file.",
        HelpName = "PROGRAM",
    };

    public static Command Create()
    {
        var command = new Command("bench", "Measure how many points are verified per second.") { CreateObjtool() };
        command.SetAction(_ =>
        {
            Prerequisites.RequireUnicorn();
            VerificationBenchmark.Run(CommonOptions.DefaultPreparer(), Console.Out);
        });
        return command;
    }

    private static Command CreateObjtool()
    {
        var command = new Command("objtool", "Measure how fast object files are analysed.")
        {
            ObjtoolOptions.Files, ObjtoolOptions.Format, CommonOptions.Jobs, _against,
        };
        command.SetAction(result =>
        {
            var format = ObjtoolOptions.FormatOf(result);
            var files = ObjectFiles.Find(result.GetRequiredValue(ObjtoolOptions.Files));
            new ObjtoolBenchmark(files, format, ObjtoolOptions.AnalysisOf(result, format))
                .Run(result.GetValue(CommonOptions.Jobs), result.GetValue(_against), Console.Out);
        });
        return command;
    }
}
