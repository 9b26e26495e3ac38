using System.CommandLine;
using Harness.Fixtures;
using Harness.Verification;

namespace Harness.Commands;

/// <summary><c>verify</c>: every frame at every instruction of every fixture.</summary>
internal static class VerifyCommand
{
    private static readonly Option<bool> _uncovered = new("--uncovered") { Description = "List the rows that were never executed." };

    public static Command Create()
    {
        var command = new Command("verify", "Unwind at every instruction and compare every frame with the calls that really happened.")
        {
            CommonOptions.Paths, CommonOptions.Interrupts, CommonOptions.EveryVisit, CommonOptions.Unwinder, CommonOptions.Filter, CommonOptions.Jobs,
            CommonOptions.Quirks, CommonOptions.Compiler, CommonOptions.CompilerFlags, _uncovered,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        Prerequisites.RequireUnicorn();
        var fixtures = CommonOptions.FixturesOf(result);
        var options = new VerificationOptions
        {
            Interrupts = result.GetValue(CommonOptions.Interrupts),
            EveryVisit = result.GetValue(CommonOptions.EveryVisit),
            Unwinder = CommonOptions.UnwinderOf(result),
        };
        var verifier = new QuirkVerifier(CommonOptions.PreparerOf(result), options);

        var reports = FixtureBatch.Run(fixtures, verifier.Verify, Math.Max(1, result.GetValue(CommonOptions.Jobs)));
        Console.Out.Write(VerificationSummary.Write(reports, options, result.GetValue(_uncovered)));
        return reports.All(report => report.Passed) ? ExitCode.Success : ExitCode.Findings;
    }
}
