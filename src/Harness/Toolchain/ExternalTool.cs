using System.ComponentModel;
using System.Diagnostics;

namespace Harness.Toolchain;

/// <summary>Runs a program of the machine and waits for it.</summary>
internal static class ExternalTool
{
    private static readonly TimeSpan _timeLimit = TimeSpan.FromMinutes(1);

    /// <summary>Runs <paramref name="program"/> to its end. Its standard output is thrown away.</summary>
    /// <param name="program">Name, looked up in PATH, or path.</param>
    /// <param name="package">The Debian package to install when it is missing.</param>
    /// <param name="arguments">One string per argument; nothing is split or expanded.</param>
    /// <returns>Exit code 0 and nothing, or what it wrote to standard error.</returns>
    /// <exception cref="MissingPrerequisiteException">There is no such program.</exception>
    /// <exception cref="InputException">It did not come to an end.</exception>
    public static (bool Succeeded, string Errors) Run(string program, string package, IEnumerable<string> arguments)
    {
        var (exitCode, _, errors) = RunToEnd(program, package, arguments);
        return (exitCode == 0, errors);
    }

    /// <summary>Runs <paramref name="program"/> for its standard output.</summary>
    /// <exception cref="MissingPrerequisiteException">There is no such program.</exception>
    /// <exception cref="InputException">It did not come to an end, or failed.</exception>
    public static string RunOrThrow(string program, string package, IEnumerable<string> arguments)
    {
        var (exitCode, output, errors) = RunToEnd(program, package, arguments);
        return exitCode == 0 ? output : throw new InputException($"{program} failed: {errors.Trim()}");
    }

    /// <summary>Runs <paramref name="program"/> whatever comes out; a program that a signal ended has exit code 128 and the signal's number.</summary>
    /// <param name="program">Name, looked up in PATH, or path.</param>
    /// <param name="package">The Debian package to install when it is missing.</param>
    /// <param name="arguments">One string per argument; nothing is split or expanded.</param>
    /// <param name="folder">Where it runs; null: here.</param>
    /// <exception cref="MissingPrerequisiteException">There is no such program.</exception>
    /// <exception cref="InputException">It did not come to an end.</exception>
    public static (int ExitCode, string Output, string Errors) RunToEnd(string program, string package, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder ?? "" };
        using var process = Start(start, program, package);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(_timeLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new InputException($"{program} did not end within {_timeLimit.TotalSeconds:0} seconds");
        }

        return (process.ExitCode, output.Result, errors.Result);
    }

    private static Process Start(ProcessStartInfo start, string program, string package)
    {
        try
        {
            return Process.Start(start) ?? throw new MissingPrerequisiteException($"{program} can't be started");
        }
        catch (Win32Exception)
        {
            throw new MissingPrerequisiteException($"'{program}' is not on this machine; install the package {package} (apt-get install {package})");
        }
    }
}
