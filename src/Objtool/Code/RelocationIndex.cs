using Elf;

namespace Objtool.Code;

/// <summary>The relocations of a section, found by offset.</summary>
internal sealed class RelocationIndex
{
    public RelocationIndex(ElfSection section)
    {
        All = section.Relocations.ToArray();
        for (var i = 1; i < All.Length; i++)
        {
            if (All[i].Offset >= All[i - 1].Offset)
                continue;

            // Assemblers write them in order, but nothing says that they must.
            Array.Sort(All, static (a, b) => a.Offset.CompareTo(b.Offset));
            break;
        }
    }

    /// <summary>All of them, ascending.</summary>
    public ElfRelocation[] All { get; }

    /// <summary>The first relocation in [<paramref name="begin"/>, <paramref name="end"/>).</summary>
    public bool TryFind(ulong begin, ulong end, out ElfRelocation relocation)
    {
        var index = FirstAtOrAfter(begin);
        var found = index < All.Length && All[index].Offset < end;
        relocation = found ? All[index] : default;
        return found;
    }

    /// <summary>The relocation at an offset, which may be any number.</summary>
    public bool TryFindAt(ulong offset, out ElfRelocation relocation)
    {
        var index = FirstAtOrAfter(offset);
        var found = index < All.Length && All[index].Offset == offset;
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
