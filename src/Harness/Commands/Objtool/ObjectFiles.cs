namespace Harness.Commands.Objtool;

/// <summary>The files that a command line names.</summary>
internal static class ObjectFiles
{
    /// <summary>Files as given, and the .o and .ko files in folders, those sorted.</summary>
    /// <exception cref="InputException">A folder without any.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            var found = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".o" or ".ko")
                .Order(StringComparer.Ordinal)
                .ToArray();
            if (found.Length == 0)
                throw new InputException($"{path}: there is no .o or .ko file in it");
            files.AddRange(found);
        }

        return files;
    }
}
