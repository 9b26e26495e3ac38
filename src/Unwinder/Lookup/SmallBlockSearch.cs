using Undwarf;

namespace Unwinder.Lookup;

/// <summary>
/// As since Linux 4.14: blocks of 256 bytes, so the block table takes a 64th of the text's size, a shift finds the block,
/// and a block has few rows.
/// </summary>
public readonly struct SmallBlockSearch : IRowLookup
{
    private const int BlockShift = 8;

    private readonly uint[] _starts;
    private readonly UndwarfEntry[] _entries;
    private readonly int[] _blocks;
    private readonly ulong _begin;
    private readonly ulong _size;
    private readonly ulong _base;

    /// <summary>Cuts [<paramref name="begin"/>, <paramref name="end"/>) into blocks; elsewhere there are no rows.</summary>
    public SmallBlockSearch(UndwarfTable table, ulong begin, ulong end)
    {
        _starts = table.Starts.ToArray();
        _entries = table.Entries.ToArray();
        _base = table.BaseAddress;
        _begin = begin;
        _size = end - begin;
        _blocks = BlockTable.Build(table, begin, _size, 1 << BlockShift, (int)((_size + (1 << BlockShift) - 1) >> BlockShift));
    }

    /// <inheritdoc/>
    public bool IsReady => true;

    /// <inheritdoc/>
    public int IndexOf(ulong ip)
    {
        var offset = unchecked(ip - _begin);
        if (offset >= _size || ip < _base)
            return -1;
        var block = (int)(offset >> BlockShift);
        return unchecked(RowSearch.Rightmost(_starts, _blocks[block], _blocks[block + 1] + 1, (uint)(ip - _base)));
    }

    /// <inheritdoc/>
    public ref readonly UndwarfEntry this[int index] => ref _entries[index];
}
