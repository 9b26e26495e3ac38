using Elf;

namespace Objtool.Analysis.Special;

/// <summary>Tells whether a place in data belongs to a symbol.</summary>
internal sealed class RodataSymbols(ElfFile file)
{
    private Dictionary<int, List<(ulong Begin, ulong End)>>? _ranges;

    /// <summary>The end of a symbol that covers the place; null when none with a size does.</summary>
    public ulong? EndOfCover(ElfSection section, ulong offset)
    {
        if (!(_ranges ??= Collect()).TryGetValue(section.Index, out var ranges))
            return null;
        var index = ranges.BinarySearch((offset, ulong.MaxValue));
        index = (index < 0 ? ~index : index) - 1;
        return index >= 0 && offset < ranges[index].End ? ranges[index].End : null;
    }

    /// <summary>By section, ascending; each end is the greatest of those so far, so that the last range before a place decides.</summary>
    private Dictionary<int, List<(ulong Begin, ulong End)>> Collect()
    {
        var ranges = new Dictionary<int, List<(ulong Begin, ulong End)>>();
        foreach (var symbol in file.Symbols)
        {
            if (symbol.Type == SymbolType.Section || symbol.Size == 0 || symbol.Section is not { } section || section.Flags.HasFlag(SectionFlags.Execute))
                continue;
            if (!ranges.TryGetValue(section.Index, out var list))
                ranges.Add(section.Index, list = []);
            list.Add((symbol.Value, unchecked(symbol.Value + symbol.Size)));
        }

        foreach (var list in ranges.Values)
        {
            list.Sort();
            for (var i = 1; i < list.Count; i++)
                list[i] = (list[i].Begin, Math.Max(list[i].End, list[i - 1].End));
        }

        return ranges;
    }
}
