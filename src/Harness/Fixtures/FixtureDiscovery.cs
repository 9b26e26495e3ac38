using System.IO.Enumeration;

namespace Harness.Fixtures;

/// <summary>Turns the paths of a command line into fixtures. A file dropped into a folder is one: there is no list.</summary>
internal static class FixtureDiscovery
{
    /// <summary>The folder of macros, and that of the code which all fixtures run on.</summary>
    private static readonly string[] _supportFolders = ["include", "runtime"];

    /// <summary>All fixtures under the paths, sorted by name.</summary>
    /// <param name="paths">Files, of any kind, or folders, of which .s and .S files are taken.</param>
    /// <param name="filter">A glob that names must match, or null.</param>
    /// <exception cref="InputException">A path that does not exist, a folder without any, or a header that can't be understood.</exception>
    public static IReadOnlyList<Fixture> Find(IEnumerable<string> paths, string? filter)
    {
        var fixtures = paths.SelectMany(FindUnder).DistinctBy(fixture => fixture.Path);
        if (filter is not null)
            fixtures = fixtures.Where(fixture => FileSystemName.MatchesSimpleExpression(filter, fixture.Name, ignoreCase: false));
        return [.. fixtures.OrderBy(fixture => fixture.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<Fixture> FindUnder(string path)
    {
        if (File.Exists(path))
            return [Read(path)];
        if (!Directory.Exists(path))
            throw new InputException($"{path}: no such file or directory");
        var fixtures = Directory.EnumerateFiles(path, "*.s", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(path, "*.S", SearchOption.AllDirectories))
            .Where(file => !IsSupport(path, file))
            .Select(Read).ToArray();
        return fixtures.Length > 0 ? fixtures : throw new InputException($"{path}: no .s or .S file in this folder (C and object files are named one by one)");
    }

    private static bool IsSupport(string root, string file) =>
        Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Intersect(_supportFolders).Any();

    /// <summary>A file as a fixture, with the header that it brings.</summary>
    public static Fixture Read(string path)
    {
        var kind = Path.GetExtension(path) switch
        {
            ".s" => FixtureKind.Assembly,
            ".S" => FixtureKind.PreprocessedAssembly,
            ".c" => FixtureKind.C,
            _ => FixtureKind.Elf,
        };
        var header = kind == FixtureKind.Elf ? FixtureHeader.Default : FixtureHeaderParser.Parse(path, File.ReadLines(path));
        var (group, name) = NameOf(Path.GetFullPath(path));
        return new Fixture(path, group, name, kind, header);
    }

    private static (string Group, string Name) NameOf(string fullPath)
    {
        var folders = Path.GetDirectoryName(fullPath)!.Split(Path.DirectorySeparatorChar);
        var root = Array.LastIndexOf(folders, "asm-fixtures");
        var below = root >= 0 && root + 1 < folders.Length ? folders[(root + 1)..] : folders[^1..];
        return (below[0], string.Join('/', below.Append(Path.GetFileNameWithoutExtension(fullPath))));
    }
}
