using Undwarf.Quirks;

namespace Undwarf;

/// <summary>
/// Rows sorted by address, ready to be searched: starts as distances from the lowest one, and the rows beside them,
/// so that a search touches 4 bytes a row.
/// </summary>
public sealed class UndwarfTable
{
    private readonly uint[] _starts;
    private readonly UndwarfEntry[] _entries;
    private readonly int[] _sourceIndices;

    private UndwarfTable(ulong baseAddress, uint[] starts, UndwarfEntry[] entries, int[] sourceIndices)
    {
        BaseAddress = baseAddress;
        _starts = starts;
        _entries = entries;
        _sourceIndices = sourceIndices;
    }

    /// <summary>The table without rows.</summary>
    public static UndwarfTable Empty { get; } = new(0, [], [], []);

    /// <summary>The lowest row's address; 0 in an empty table.</summary>
    public ulong BaseAddress { get; }

    /// <summary>The number of rows, terminators included.</summary>
    public int Count => _starts.Length;

    /// <summary>Each row's distance from <see cref="BaseAddress"/> in bytes, ascending, duplicates possible.</summary>
    public ReadOnlySpan<uint> Starts => _starts;

    /// <summary>The rows, in the order of <see cref="Starts"/>.</summary>
    public ReadOnlySpan<UndwarfEntry> Entries => _entries;

    /// <summary>The row at <paramref name="index"/>, with its address.</summary>
    public UndwarfRow this[int index] => new(AddressOf(index), _entries[index]);

    /// <summary>The address from which the row at <paramref name="index"/> holds.</summary>
    public ulong AddressOf(int index) => unchecked(BaseAddress + _starts[index]);

    /// <summary>Where the row at <paramref name="index"/> stood before sorting.</summary>
    public int SourceIndexOf(int index) => _sourceIndices[index];

    /// <summary>Reads and sorts the two parallel sections of a placed or linked file; see <see cref="ReadRows"/>.</summary>
    public static UndwarfTable FromSections(
        TableFormat format, ReadOnlySpan<byte> ips, ulong ipsAddress, ReadOnlySpan<byte> entries) =>
        FromRows(ReadRows(format, ips, ipsAddress, entries));

    /// <summary>Reads the two parallel sections of a placed or linked file, in their order.</summary>
    /// <param name="format">The version of the rows.</param>
    /// <param name="ips">Contents of the address section, relocated.</param>
    /// <param name="ipsAddress">The address at which <paramref name="ips"/> lies: each value is relative to its own place.</param>
    /// <param name="entries">Contents of the row section.</param>
    /// <exception cref="UndwarfFormatException">Sizes that do not divide, counts that differ.</exception>
    public static UndwarfRow[] ReadRows(TableFormat format, ReadOnlySpan<byte> ips, ulong ipsAddress, ReadOnlySpan<byte> entries)
    {
        var count = format.CountOf(entries.Length);
        if (ips.Length % TableFormat.IpSize != 0)
            throw new UndwarfFormatException($"bad {format.IpSection} section size: {ips.Length} bytes is no multiple of {TableFormat.IpSize}");
        if (ips.Length / TableFormat.IpSize != count)
            throw new UndwarfFormatException($"{format.IpSection} has {ips.Length / TableFormat.IpSize} addresses for {count} rows of {format.EntrySection}");

        var rows = new UndwarfRow[count];
        for (var i = 0; i < count; i++)
        {
            var offset = i * TableFormat.IpSize;
            var address = SelfRelativeIp.Read(ips[offset..], unchecked(ipsAddress + (ulong)offset));
            rows[i] = new UndwarfRow(address, format.Decode(entries[(i * format.EntrySize)..]));
        }

        return rows;
    }

    /// <summary>
    /// Sorts rows by address. Where several share one, weak rows come first and the rest keep their order, so that the
    /// last of them, which a search finds, is never a terminator when there is anything else.
    /// </summary>
    /// <param name="rows">The rows in any order.</param>
    /// <param name="quirks">Faults of the past to repeat.</param>
    /// <exception cref="UndwarfFormatException">The rows span 4 GiB or more.</exception>
    public static UndwarfTable FromRows(ReadOnlySpan<UndwarfRow> rows, QuirkSet quirks = QuirkSet.None)
    {
        if (rows.IsEmpty)
            return Empty;

        var order = new SortKey[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            order[i] = new SortKey(rows[i].Address, rows[i].Entry.IsWeak ? 0 : 1, i);
        if ((quirks & QuirkSet.SortComparator) != 0)
            HeapSort.Sort(order, CompareAsIn2017);
        else
            Array.Sort(order);

        var lowest = order[0].Address;
        var span = order[^1].Address - lowest;
        if (span > uint.MaxValue)
            throw new UndwarfFormatException($"rows lie 0x{span:x} bytes apart, more than 32-bit distances can hold");

        var starts = new uint[rows.Length];
        var entries = new UndwarfEntry[rows.Length];
        var sourceIndices = new int[rows.Length];
        for (var i = 0; i < order.Length; i++)
        {
            starts[i] = (uint)(order[i].Address - lowest);
            entries[i] = rows[order[i].Index].Entry;
            sourceIndices[i] = order[i].Index;
        }

        return new UndwarfTable(lowest, starts, entries, sourceIndices);
    }

    /// <summary>The index of the last row that starts at or before <paramref name="ip"/>, or -1 when all start after it.</summary>
    public int IndexOf(ulong ip)
    {
        var distance = unchecked(ip - BaseAddress);
        if (Count == 0 || ip < BaseAddress)
            return -1;

        // The rightmost of equal starts: the loop keeps starts[low] <= distance < starts[high].
        var low = 0;
        var high = _starts.Length;
        while (high - low > 1)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_starts[middle] <= distance)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The row that holds at <paramref name="ip"/>.</summary>
    public bool TryFind(ulong ip, out UndwarfEntry entry)
    {
        var index = IndexOf(ip);
        entry = index < 0 ? default : _entries[index];
        return index >= 0;
    }

    /// <summary>No order: of two weak rows at one address, each comes before the other (Linux 0210d251162f).</summary>
    private static int CompareAsIn2017(SortKey left, SortKey right)
    {
        var byAddress = left.Address.CompareTo(right.Address);
        return byAddress != 0 ? byAddress : left.Strength == 0 ? -1 : 1;
    }

    private readonly record struct SortKey(ulong Address, int Strength, int Index) : IComparable<SortKey>
    {
        public int CompareTo(SortKey other)
        {
            var byAddress = Address.CompareTo(other.Address);
            if (byAddress != 0)
                return byAddress;
            return Strength != other.Strength ? Strength.CompareTo(other.Strength) : Index.CompareTo(other.Index);
        }
    }
}
