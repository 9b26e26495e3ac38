using System.CommandLine;
using Harness.Verification;
using Harness.Verification.Results;

namespace Harness.Commands;

/// <summary>Where results go, what is listed of them, and the exit code that they mean.</summary>
internal static class ResultOptions
{
    public static Option<string?> Json { get; } = new("--json") { Description = "Also write the results to this file.", HelpName = "FILE" };

    public static Option<bool> Uncovered { get; } = new("--uncovered") { Description = "List the rows that were never executed." };

    public static Option<bool> Timing { get; } = new("--timing") { Description = "List the time and rate of each fixture." };

    /// <summary>Writes the text to standard output and, if asked for, the file.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ParseResult options, VerificationFile file)
    {
        if (options.GetValue(Json) is { } path)
            ResultJson.Write(path, file);
        Console.Out.Write(VerificationSummary.Write(file.Fixtures, options.GetValue(Uncovered), options.GetValue(Timing)));
        return file.Passed ? ExitCode.Success : ExitCode.Findings;
    }
}
