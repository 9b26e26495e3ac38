using Harness.Fixtures;

namespace Harness;

/// <summary>Where the files lie that come with the program.</summary>
internal static class RepositoryFolders
{
    private static string? _fixtures;

    /// <summary>The folder of fixtures, macros and the code that fixtures run on.</summary>
    /// <exception cref="InputException">The program was moved away from its repository.</exception>
    public static string Fixtures => _fixtures ??= FindAbove(AppContext.BaseDirectory, "asm-fixtures");

    /// <summary>The macros that fixtures include.</summary>
    public static string Include => Path.Combine(Fixtures, "include");

    /// <summary>What generated C programs include, and what runs generated programs on the processor.</summary>
    public static string GeneratedInclude => Path.Combine(Include, "generated");

    /// <summary>The code that fixtures run on: the call of their entry, interrupt entry stubs.</summary>
    public static string Runtime => Path.Combine(Fixtures, "runtime");

    /// <summary>The sources of that code, with one of its entry codes.</summary>
    public static IEnumerable<string> RuntimeSources(EntryCode entry) =>
        new[] { Runtime, Path.Combine(Runtime, EntryCodes.NameOf(entry)) }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.s").Order(StringComparer.Ordinal));

    /// <summary>The allocator that stands in for those of kernels.</summary>
    public static string HeapSource => Path.Combine(Runtime, "heap", "heap.s");

    /// <summary>A file of the benchmarks.</summary>
    public static string BenchmarkFile(string name) => Path.Combine(FindAbove(AppContext.BaseDirectory, "bench"), name);

    private static string FindAbove(string start, string name)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, name);
            if (Directory.Exists(candidate))
                return candidate;
        }

        throw new InputException($"{start}: there is no folder {name} above it");
    }
}
