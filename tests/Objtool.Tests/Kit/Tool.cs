using System.Diagnostics;

namespace Objtool.Tests.Kit;

/// <summary>Runs the programs whose opinion the tests ask for. A test whose program is absent is skipped by name.</summary>
internal static class Tool
{
    private static readonly string[] _directories =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Skips the test when the program is not on PATH.</summary>
    public static string Require(string name)
    {
        if (!_directories.Any(directory => File.Exists(Path.Combine(directory, name))))
            Assert.Skip($"{name} is not installed");
        return name;
    }

    /// <summary>Standard output of a program that must succeed and must not complain.</summary>
    public static string Run(string tool, params string[] arguments)
    {
        var (exitCode, output, error) = Try(Require(tool), arguments);
        Assert.True(exitCode == 0 && error.Length == 0, $"{tool} {string.Join(' ', arguments)}: exit {exitCode}\n{error}");
        return output;
    }

    public static (int ExitCode, string Output, string Error) Try(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
