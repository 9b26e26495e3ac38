using System.CommandLine;
using Elf;
using Harness.Commands;
using Harness.Commands.Objtool;
using Undwarf;

namespace Harness;

/// <summary>The command tree, and how a failure becomes one line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs. Never throws for what a user or a file did.</summary>
    public static int Run(string[] args)
    {
        var result = CreateRoot().Parse(args.Length > 0 ? args : ["verify"]);
        if (result.Errors.Count > 0)
            return Fail(Describe(result), ExitCode.BadInput);

        try
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception
            is InputException or ElfFormatException or UndwarfFormatException or IOException or UnauthorizedAccessException)
        {
            return Fail(exception.Message, ExitCode.BadInput);
        }
        catch (MissingPrerequisiteException exception)
        {
            return Fail(exception.Message, ExitCode.MissingPrerequisite);
        }
    }

    private static RootCommand CreateRoot() =>
        new("Exercises stack unwinders: every instruction, every frame. Without a command: verify asm-fixtures.")
        {
            VerifyCommand.Create(),
            MergeCommand.Create(),
            TraceCommand.Create(),
            ReproCommand.Create(),
            ReduceCommand.Create(),
            MutateCommand.Create(),
            FuzzCommand.Create(),
            BenchCommand.Create(),
            ObjtoolCommand.Create(),
        };

    /// <summary>Of several errors the one that says which word is wrong.</summary>
    private static string Describe(ParseResult result)
    {
        var word = result.UnmatchedTokens is [var first, ..] ? first : null;
        if (result.Errors.FirstOrDefault(error => error.Message.StartsWith(CommonOptions.UnknownOption, StringComparison.Ordinal)) is { } option)
            return option.Message;
        return word is null ? result.Errors[0].Message
            : word.StartsWith('-') ? $"{CommonOptions.UnknownOption} '{word}'"
            : $"unknown command or argument '{word}'";
    }

    private static int Fail(string message, int exitCode)
    {
        Console.Error.WriteLine($"harness: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
