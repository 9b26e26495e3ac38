using Elf;

namespace Objtool.Code;

/// <summary>The relocations of a section, found by offset.</summary>
internal sealed class RelocationIndex
{
    private readonly ElfSection _section;
    private readonly ElfRelocation[]? _sorted;

    public RelocationIndex(ElfSection section)
    {
        _section = section;
        var relocations = section.Relocations;
        for (var i = 1; i < relocations.Length; i++)
        {
            if (relocations[i].Offset >= relocations[i - 1].Offset)
                continue;

            // Assemblers write them in order, but nothing says that they must.
            _sorted = relocations.ToArray();
            Array.Sort(_sorted, static (a, b) => a.Offset.CompareTo(b.Offset));
            break;
        }
    }

    /// <summary>All of them, ascending.</summary>
    public ReadOnlySpan<ElfRelocation> All => _sorted ?? _section.Relocations;

    /// <summary>The first relocation in [<paramref name="begin"/>, <paramref name="end"/>).</summary>
    public bool TryFind(ulong begin, ulong end, out ElfRelocation relocation)
    {
        var index = FirstAtOrAfter(begin);
        var found = index < All.Length && All[index].Offset < end;
        relocation = found ? All[index] : default;
        return found;
    }

    /// <summary>The number, in <see cref="All"/>, of the first relocation at or after an offset.</summary>
    public int FirstAtOrAfter(ulong offset)
    {
        var all = All;
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (all[middle].Offset < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
