using Unwinder.Dwarf.Records;

namespace Unwinder.Dwarf;

/// <summary>The FDEs of some sections, by address. Immutable.</summary>
public sealed class FrameTable
{
    private readonly FrameDescription[] _descriptions;
    private readonly ulong[] _begins;

    private FrameTable(FrameDescription[] descriptions)
    {
        _descriptions = descriptions;
        _begins = Array.ConvertAll(descriptions, description => description.Begin);
    }

    /// <summary>
    /// Reads sections. Where several describe the same code, the first section counts (.eh_frame before .debug_frame).
    /// </summary>
    /// <exception cref="DwarfFormatException">A record that does not hold together.</exception>
    public static FrameTable Read(IEnumerable<FrameSection> sections)
    {
        var all = sections.SelectMany((section, rank) => FrameSectionReader.Read(section).Select(description => (rank, description)));
        var kept = new List<FrameDescription>();
        foreach (var (_, description) in all.OrderBy(item => item.description.Begin).ThenBy(item => item.rank))
        {
            if (kept.Count == 0 || kept[^1].Begin != description.Begin)
                kept.Add(description);
        }

        return new FrameTable([.. kept]);
    }

    /// <summary>The FDEs, by ascending address; no two begin at the same one.</summary>
    public ReadOnlySpan<FrameDescription> Descriptions => _descriptions;

    /// <summary>The index of the FDE that describes an address, or -1: the last that begins at or before it, if it reaches so far.</summary>
    public int IndexOf(ulong address)
    {
        var index = Array.BinarySearch(_begins, address);
        if (index < 0)
            index = ~index - 1;
        return index >= 0 && _descriptions[index].Contains(address) ? index : -1;
    }

    /// <summary>An FDE.</summary>
    public ref readonly FrameDescription this[int index] => ref _descriptions[index];
}
