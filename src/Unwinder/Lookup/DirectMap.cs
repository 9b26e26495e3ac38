using Undwarf;
using Undwarf.Quirks;

namespace Unwinder.Lookup;

/// <summary>
/// One row index for every byte of a text range: a lookup is one load. It takes four times the size of the text, which
/// is nothing for a fixture, and wins as long as the part in use stays in the cache.
/// </summary>
public readonly struct DirectMap : IRowLookup
{
    private readonly int[] _rowAt;
    private readonly UndwarfEntry[] _entries;
    private readonly ulong _begin;

    /// <summary>Maps every address of [<paramref name="begin"/>, <paramref name="end"/>); elsewhere there are no rows.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="begin">The first address.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="quirks">Faults of the past to repeat.</param>
    /// <param name="holes">Ranges in between that have no rows, whatever rows lie before them.</param>
    public DirectMap(UndwarfTable table, ulong begin, ulong end, QuirkSet quirks = QuirkSet.None, params IEnumerable<(ulong Begin, ulong End)> holes)
    {
        _begin = begin;
        _entries = table.Entries.ToArray();
        _rowAt = new int[end - begin];

        var row = table.IndexOf(begin);
        if (row < 0 && table.Count > 0 && (quirks & QuirkSet.LookupBelowFirstRow) != 0)
            row = 0;
        for (var i = 0; i < _rowAt.Length; i++)
        {
            while (row + 1 < table.Count && table.AddressOf(row + 1) <= begin + (ulong)i)
                row++;
            _rowAt[i] = row;
        }

        foreach (var hole in holes)
            _rowAt.AsSpan((int)(hole.Begin - begin), (int)(hole.End - hole.Begin)).Fill(-1);
    }

    /// <inheritdoc/>
    public bool IsReady => true;

    /// <inheritdoc/>
    public int IndexOf(ulong ip)
    {
        var offset = unchecked(ip - _begin);
        var map = _rowAt;
        return offset < (ulong)map.Length ? map[unchecked((int)offset)] : -1;
    }

    /// <inheritdoc/>
    public ref readonly UndwarfEntry this[int index] => ref _entries[index];
}
