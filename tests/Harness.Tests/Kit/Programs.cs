using System.Diagnostics;

namespace Harness.Tests.Kit;

/// <summary>What a program said.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors);

/// <summary>Programs of the machine. A test whose program is absent is skipped by its name.</summary>
internal static class Programs
{
    private static readonly TimeSpan _timeLimit = TimeSpan.FromMinutes(2);

    private static readonly string[] _folders =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Skips the test when none of the names is a program here.</summary>
    public static string Require(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_folders.Any(folder => File.Exists(Path.Combine(folder, name))))
                return name;
        }

        Assert.Skip($"{string.Join(" or ", names)} is not installed");
        return "";
    }

    /// <summary>Standard output of a program that must succeed without complaint.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var result = Start(Require(program), arguments, folder: null, environment: []);
        Assert.True(
            result.ExitCode == 0 && result.Errors.Length == 0,
            $"{program} {string.Join(' ', arguments)}: exit {result.ExitCode}\n{result.Errors}");
        return result.Output;
    }

    /// <summary>Runs to the end, whatever comes out. A variable set to null is taken away.</summary>
    public static ProgramResult Start(
        string program, IEnumerable<string> arguments, string? folder, IEnumerable<(string Name, string? Value)> environment)
    {
        using var process = Process.Start(StartInfo(program, arguments, folder, environment))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(_timeLimit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end");
        }

        return new ProgramResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>How <see cref="Start"/> starts a program.</summary>
    public static ProcessStartInfo StartInfo(
        string program, IEnumerable<string> arguments, string? folder, IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
