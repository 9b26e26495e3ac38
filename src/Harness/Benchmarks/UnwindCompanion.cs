using System.Diagnostics;
using System.Globalization;
using Harness.Toolchain;

namespace Harness.Benchmarks;

/// <summary>A C program of bench/ that measures on request, so that its turns lie between ours.</summary>
internal sealed class UnwindCompanion : IDisposable
{
    private readonly Process _process;

    private UnwindCompanion(Process process) => _process = process;

    /// <summary>Compiles and starts a program; null, and why, when the machine lacks what it needs.</summary>
    /// <param name="folder">Where the program is put.</param>
    /// <param name="source">Its file in bench/.</param>
    /// <param name="library">A library that it needs, and its package; or null.</param>
    /// <param name="arguments">What it is started with.</param>
    public static (UnwindCompanion? Companion, string Problem) TryStart(string folder, string source, (string Name, string Package)? library, params string[] arguments)
    {
        var program = Path.Combine(folder, Path.GetFileNameWithoutExtension(source));
        try
        {
            string[] libraries = library is { } needed ? ["-l" + needed.Name] : [];
            var (succeeded, errors) = ExternalTool.Run("cc", "gcc", ["-O2", "-o", program, Path.Combine(RepositoryFolders.Fixtures, "..", "bench", source), .. libraries]);
            if (!succeeded)
                return (null, $"bench/{source} can't be built{(library is { } missing ? $"; it needs {missing.Package}" : "")}: {errors.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))}");
        }
        catch (MissingPrerequisiteException exception)
        {
            return (null, exception.Message);
        }

        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return (new UnwindCompanion(Process.Start(start)!), "");
    }

    /// <summary>The answer to a request: nanoseconds for one, and the frames of one walk.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public (double Nanoseconds, int Frames) Ask(string request)
    {
        _process.StandardInput.WriteLine(request);
        _process.StandardInput.Flush();
        var words = _process.StandardOutput.ReadLine()?.Split(' ');
        return words is [var cost, var frames]
            ? (double.Parse(cost, CultureInfo.InvariantCulture), int.Parse(frames, CultureInfo.InvariantCulture))
            : throw new InputException($"bench: the program does not answer '{request}'");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
