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

    private static readonly Argument<string[]> _objects = new("FILE")
    {
        Description = "Object files, and folders of them, whose sizes are measured beside the compiled fixtures'.",
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { CommonOptions.RefuseOptions },
    };

    public static Command Create()
    {
        var command = new Command("bench", "Measure how fast points are verified, and other rates.") { CreateVerify(), CreateUnwind(), CreateObjtool() };
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

    private static Command CreateUnwind()
    {
        var command = new Command("unwind", "Measure what a frame costs with every unwinder and lookup, the same step in C and libunwind, and the sizes of tables.")
        {
            _objects,
        };
        command.SetAction(result =>
        {
            var objects = result.GetValue(_objects) is { Length: > 0 } paths ? ObjectFiles.Find(paths) : [];
            using var benchmark = new UnwindBenchmark();
            benchmark.Run(Console.Out);
            Console.Out.WriteLine();
            new UnwindSizes(Console.Out).Write(CommonOptions.DefaultPreparer(), objects);
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
