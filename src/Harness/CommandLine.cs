using System.CommandLine;
using Elf;
using Harness.Commands;
using Undwarf;

namespace Harness;

/// <summary>The command tree, and how a failure becomes one line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs. Never throws for what a user or a file did.</summary>
    public static int Run(string[] args)
    {
        var result = CreateRoot().Parse(args);
        if (result.Errors.Count > 0)
            return Fail(result.Errors[0].Message, ExitCode.BadInput);

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

    private static RootCommand CreateRoot() => new("Exercises stack unwinders: every instruction, every frame.")
    {
        VerifyCommand.Create(),
        TraceCommand.Create(),
        BenchCommand.Create(),
        ObjtoolCommand.Create(),
    };

    private static int Fail(string message, int exitCode)
    {
        Console.Error.WriteLine($"harness: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
