using System.CommandLine;
using Harness.Benchmarks;

namespace Harness.Commands;

/// <summary><c>bench</c>: the rates that the README quotes, measured here and now.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var command = new Command("bench", "Measure how many points are verified per second.");
        command.SetAction(_ =>
        {
            Prerequisites.RequireUnicorn();
            VerificationBenchmark.Run(CommonOptions.DefaultPreparer(), Console.Out);
        });
        return command;
    }
}
