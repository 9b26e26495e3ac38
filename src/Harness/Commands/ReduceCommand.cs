using System.CommandLine;
using Harness.Fixtures;
using Harness.Reduction;
using Harness.Verification;

namespace Harness.Commands;

/// <summary><c>reduce</c>: the smallest fixture that still fails in the same way.</summary>
internal static class ReduceCommand
{
    private static readonly Argument<string> _path = new("PATH") { Description = "The fixture that fails (.s).", Validators = { CommonOptions.RefuseOptions } };

    private static readonly Option<string?> _output = new("--output", "-o") { Description = "Where to write it; standard output if left out.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("reduce", "Make the smallest fixture that still fails in the same way.")
        {
            _path, _output, CommonOptions.Interrupts, CommonOptions.Unwinder, CommonOptions.Quirks,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        Prerequisites.RequireUnicorn();
        var path = result.GetRequiredValue(_path);
        if (!File.Exists(path))
            throw new InputException($"{path}: no such file");

        var options = new VerificationOptions { Interrupts = result.GetValue(CommonOptions.Interrupts), Unwinder = CommonOptions.UnwinderOf(result) };
        var (source, trials) = new FixtureReducer(CommonOptions.DefaultPreparer().With(CommonOptions.QuirksOf(result), SourceVariant.Repaired), options).Reduce(FixtureDiscovery.Read(path));
        if (result.GetValue(_output) is { } output)
            File.WriteAllText(output, source);
        else
            Console.Out.Write(source);
        Console.Error.WriteLine($"harness: {source.Split('\n').Length - 1} lines left after {trials} trials");
        return ExitCode.Success;
    }
}
