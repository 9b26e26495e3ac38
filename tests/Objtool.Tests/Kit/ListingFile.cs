namespace Objtool.Tests.Kit;

/// <summary>Listings in a file of the folder Cases: each begins with a line <c>== what it shows</c>; lines with # before it are comments.</summary>
internal static class ListingFile
{
    private const string Title = "== ";

    /// <summary>All files with listings.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(CaseFile.PathOf("."), "*.listing").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The listings of a file by their names.</summary>
    public static IReadOnlyDictionary<string, Listing> Read(string name)
    {
        var listings = new Dictionary<string, Listing>();
        var lines = File.ReadAllLines(CaseFile.PathOf(name));
        for (var start = Array.FindIndex(lines, IsTitle); start >= 0;)
        {
            var next = Array.FindIndex(lines, start + 1, IsTitle);
            var end = next < 0 ? lines.Length : next;
            var title = lines[start][Title.Length..].Trim();
            listings.Add(title, new Listing(title, $"{name}:{start + 1}", start + 2, lines[(start + 1)..end]));
            start = next;
        }

        return listings;
    }

    /// <summary>The names of the listings of some files, for a theory.</summary>
    public static TheoryData<string, string> Theory(params IEnumerable<string> names)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in names)
        {
            foreach (var listing in Read(name).Keys)
                data.Add(name, listing);
        }

        return data;
    }

    private static bool IsTitle(string line) => line.StartsWith(Title, StringComparison.Ordinal);
}
