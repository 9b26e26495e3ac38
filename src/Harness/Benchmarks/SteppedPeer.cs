using System.Diagnostics;
using System.Globalization;
using Harness.Toolchain;

namespace Harness.Benchmarks;

/// <summary>GDB, stepping through a native program by one instruction at a time with a backtrace after each: bench/peers/stepped.c.</summary>
internal sealed class SteppedPeer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harness-bench-");
    private readonly string _program;
    private readonly TimeSpan _start;

    /// <summary>Compiles the program and measures what a start of GDB costs.</summary>
    /// <param name="depth">How deep its frames are nested.</param>
    /// <exception cref="MissingPrerequisiteException">GDB or the C compiler is not there, or may not trace.</exception>
    public SteppedPeer(int depth)
    {
        _program = Path.Combine(_folder.FullName, "stepped");
        ExternalTool.RunOrThrow(
            FixtureCompiler.DefaultCompiler, "gcc",
            ["-O1", "-g", "-fno-optimize-sibling-calls", $"-DDEPTH={depth}", "-o", _program, RepositoryFolders.BenchmarkFile("peers/stepped.c")]);
        Time(1);
        _start = Time(1);
    }

    /// <summary>Steps so many times.</summary>
    public RateSample Measure(long steps) => new(steps, Time(steps + 1) - _start);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private TimeSpan Time(long steps)
    {
        var script = Path.Combine(_folder.FullName, "script");
        File.WriteAllText(script, string.Create(CultureInfo.InvariantCulture, $"""
            set confirm off
            set pagination off
            set width 0
            set debuginfod enabled off
            break work
            run
            set $left = {steps}
            while $left > 0
            stepi
            backtrace
            set $left = $left - 1
            end
            kill
            quit

            """));
        var watch = Stopwatch.StartNew();
        var output = ExternalTool.RunOrThrow("gdb", "gdb", ["-nx", "-batch", "-x", script, _program]);
        var time = watch.Elapsed;
        if (output.Split('\n').Count(line => line.Contains(" in main ", StringComparison.Ordinal)) < steps)
            throw new MissingPrerequisiteException("gdb can't step through a program here");
        return time;
    }
}
