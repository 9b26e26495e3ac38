using Undwarf;

namespace Unwinder.Lookup;

/// <summary>
/// As published in June 2017: the text is cut into a fixed number of blocks, 32,768, so the block table has 128 KiB
/// whatever the text's size, and finding the block takes a division.
/// </summary>
public readonly struct FixedBlockSearch : IRowLookup
{
    /// <summary>The number published.</summary>
    public const int PublishedBlocks = 32768;

    private readonly uint[] _starts;
    private readonly UndwarfEntry[] _entries;
    private readonly int[] _blocks;
    private readonly ulong _begin;
    private readonly ulong _size;
    private readonly ulong _base;
    private readonly uint _blockSize;

    /// <summary>Cuts [<paramref name="begin"/>, <paramref name="end"/>) into blocks; elsewhere there are no rows.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="begin">The first address.</param>
    /// <param name="end">One past the last, less than 4 GiB on.</param>
    /// <param name="blocks">How many blocks.</param>
    public FixedBlockSearch(UndwarfTable table, ulong begin, ulong end, int blocks = PublishedBlocks)
    {
        _starts = table.Starts.ToArray();
        _entries = table.Entries.ToArray();
        _base = table.BaseAddress;
        _begin = begin;
        _size = end - begin;
        _blockSize = checked((uint)Math.Max(1, (_size + (ulong)blocks - 1) / (ulong)blocks));
        _blocks = BlockTable.Build(table, begin, _size, _blockSize, blocks);
    }

    /// <inheritdoc/>
    public bool IsReady => true;

    /// <summary>Does every block begin in a row? If not, the table does not belong to this text.</summary>
    public bool IsComplete => Array.TrueForAll(_blocks, row => row >= 0);

    /// <inheritdoc/>
    public int IndexOf(ulong ip)
    {
        var offset = unchecked(ip - _begin);
        if (offset >= _size || ip < _base)
            return -1;
        var block = (uint)offset / _blockSize;
        return unchecked(RowSearch.Rightmost(_starts, _blocks[block], _blocks[block + 1] + 1, (uint)(ip - _base)));
    }

    /// <inheritdoc/>
    public ref readonly UndwarfEntry this[int index] => ref _entries[index];
}
