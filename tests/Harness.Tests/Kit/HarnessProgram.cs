using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Harness.Tests.Kit;

/// <summary>The program as a user starts it, and the same inside this process.</summary>
internal static class HarnessProgram
{
    /// <summary>The executable that the tests were built with: artifacts/bin/Harness/CONFIGURATION/harness.</summary>
    public static string Path { get; } = Locate();

    /// <summary>Where the .NET runtime of this process lies: the launcher looks for it there when it is in no usual place.</summary>
    private static string RuntimeRoot => new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Parent!.Parent!.Parent!.FullName;

    /// <summary>Starts the executable.</summary>
    public static ProgramResult Start(params string[] arguments) => StartIn(folder: null, environment: [], arguments);

    /// <summary>Starts the executable in a folder, with changes to the environment.</summary>
    public static ProgramResult StartIn(string? folder, (string Name, string? Value)[] environment, params string[] arguments) =>
        Programs.Start(Path, arguments, folder, environment.Prepend(("DOTNET_ROOT", RuntimeRoot)));

    /// <summary>How <see cref="Start"/> starts the executable, for a test that does not let it come to its end.</summary>
    public static ProcessStartInfo StartInfo(params string[] arguments) =>
        Programs.StartInfo(Path, arguments, folder: null, [("DOTNET_ROOT", RuntimeRoot)]);

    /// <summary>
    /// The same command line without a new process. Standard output and error are the process's: only for tests of the
    /// collection <see cref="ConsoleTests"/>.
    /// </summary>
    public static ProgramResult Call(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var (formerOutput, formerErrors) = (Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            var exitCode = CommandLine.Run(arguments);
            return new ProgramResult(exitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(formerOutput);
            Console.SetError(formerErrors);
        }
    }

    private static string Locate()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return System.IO.Path.Combine(own.Parent!.Parent!.FullName, "Harness", own.Name, "harness");
    }
}
