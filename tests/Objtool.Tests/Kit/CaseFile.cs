using TestKit;

namespace Objtool.Tests.Kit;

/// <summary>
/// A table of cases as text, in the folder Cases: one line each, columns divided by <c>|</c>, comments after <c>#</c>.
/// </summary>
internal static class CaseFile
{
    /// <summary>Where a table lies.</summary>
    public static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Objtool.Tests", "Cases", name);

    /// <summary>The rows, each with its line number first and exactly <paramref name="columns"/> columns.</summary>
    public static IEnumerable<(int Line, string[] Columns)> Rows(string name, int columns)
    {
        var number = 0;
        foreach (var line in File.ReadLines(PathOf(name)))
        {
            number++;
            var text = line.Split('#')[0].Trim();
            if (text.Length == 0)
                continue;
            var cells = text.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length != columns)
                throw new InvalidDataException($"{name}, line {number}: {cells.Length} columns instead of {columns}");
            yield return (number, cells);
        }
    }

    /// <summary>Fails with all that is wrong in a table at once.</summary>
    public static void Report(string name, IReadOnlyCollection<string> failures) =>
        Assert.True(failures.Count == 0, $"{name}: {failures.Count} wrong\n{string.Join('\n', failures)}");
}
