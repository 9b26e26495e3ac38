using Elf;
using Objtool.Diagnostics;

namespace Objtool.Code;

/// <summary>Collects the function symbols: aliases and parts split off are tied to the function they belong to.</summary>
internal static class FunctionReader
{
    private const string ColdMark = ".cold";

    /// <exception cref="AnalysisException">A cold part without a function that it was split off from.</exception>
    public static CodeFunction[] Read(ElfFile file, IReadOnlyList<CodeSection> sections)
    {
        var codeSections = new CodeSection?[file.Sections.Length];
        foreach (var section in sections)
            codeSections[section.Section.Index] = section;

        var functions = new List<CodeFunction>();
        foreach (var symbol in file.Symbols)
        {
            if (symbol.Type == SymbolType.Function && symbol.Section is { } section && codeSections[section.Index] is { } code)
                functions.Add(new CodeFunction(symbol, code));
        }

        var sorted = functions.ToArray();
        Array.Sort(sorted, static (a, b) => a.CompareTo(b));
        for (var i = 0; i < sorted.Length; i++)
            sorted[i].Index = i;
        LinkAliases(sorted);
        LinkColdParts(sorted);
        return sorted;
    }

    private static void LinkAliases(CodeFunction[] sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            var (before, function) = (sorted[i - 1], sorted[i]);
            if (before.Section == function.Section && before.Offset == function.Offset && before.Length == function.Length)
                function.Canonical = before.Canonical;
        }
    }

    private static void LinkColdParts(CodeFunction[] functions)
    {
        Dictionary<string, CodeFunction>? byName = null;
        foreach (var part in functions)
        {
            var mark = part.Name.IndexOf(ColdMark, StringComparison.Ordinal);
            if (mark < 0)
                continue;

            byName ??= IndexByName(functions);
            if (!byName.TryGetValue(part.Name[..mark], out var parent))
                throw new AnalysisException(new(DiagnosticKind.MissingParentFunction, null, $"{part.Name}(): can't find parent function"));

            parent.Canonical.Adopt(part);

            // With -fno-reorder-functions the part lies inside its parent, at the end: the overlap is the part's.
            if (part.Section == parent.Section && part.Offset >= parent.Offset && part.End == parent.End && part.Length <= parent.Length)
                parent.Length -= part.Length;
        }
    }

    private static Dictionary<string, CodeFunction> IndexByName(CodeFunction[] functions)
    {
        var byName = new Dictionary<string, CodeFunction>(functions.Length);
        foreach (var function in functions)
            byName.TryAdd(function.Name, function);
        return byName;
    }
}
