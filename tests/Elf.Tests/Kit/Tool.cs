using System.Diagnostics;

namespace Elf.Tests.Kit;

/// <summary>Runs the programs whose opinion the tests ask for. A test whose program is absent is skipped by name.</summary>
internal static class Tool
{
    private static readonly string[] _directories =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static string Require(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_directories.Any(directory => File.Exists(Path.Combine(directory, name))))
                return name;
        }

        Assert.Skip($"{string.Join(" or ", names)} is not installed");
        return "";
    }

    /// <summary>Standard output of a program that must succeed and must not complain.</summary>
    public static string Run(string tool, params string[] arguments)
    {
        var result = Try(tool, arguments);
        Assert.True(
            result.ExitCode == 0 && result.Error.Length == 0,
            $"{tool} {string.Join(' ', arguments)}: exit {result.ExitCode}\n{result.Error}");
        return result.Output;
    }

    public static (int ExitCode, string Output, string Error) Try(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(Require(tool), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Assembles with GNU as.</summary>
    public static string Assemble(Scratch scratch, string name, string source)
    {
        var input = scratch.Write(name + ".s", source + "\n");
        Run("as", "--64", "-o", scratch[name + ".o"], input);
        return scratch[name + ".o"];
    }

    /// <summary>Compiles C with gcc or clang.</summary>
    public static string Compile(Scratch scratch, string compiler, string name, string source, params string[] options)
    {
        var input = scratch.Write(name + ".c", source);
        Run(compiler, ["-c", .. options, "-o", scratch[name + ".o"], input]);
        return scratch[name + ".o"];
    }
}
