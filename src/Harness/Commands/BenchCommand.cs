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

    private static readonly Option<string?> _only = new("--only") { Description = "Measure only what has this in its name.", HelpName = "TEXT" };

    public static Command Create()
    {
        var command = new Command("bench", "Measure how fast points are verified, and other rates.") { CreateVerify(), CreateObjtool() };
        command.SetAction(_ => Verify(""));
        return command;
    }

    private static Command CreateVerify()
    {
        var command = new Command("verify", "Measure how many points and interrupts are verified per second, beside other programs.") { _only };
        command.SetAction(result => Verify(result.GetValue(_only) ?? ""));
        return command;
    }

    private static void Verify(string only)
    {
        Prerequisites.RequireUnicorn();
        using var benchmark = new VerificationBenchmark(CommonOptions.DefaultPreparer(), Console.Out, only);
        benchmark.Run();
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
