using System.Buffers.Binary;
using Undwarf.Quirks;

namespace Undwarf;

/// <summary>Sorts the two sections of a table where they lie, as the kernel does when it starts and when a module comes.</summary>
public static class SectionSorter
{
    /// <summary>Puts addresses and rows in order. An address is counted from its own place, so moving it changes its value.</summary>
    /// <param name="format">The version of the rows.</param>
    /// <param name="ips">The addresses.</param>
    /// <param name="entries">The rows.</param>
    /// <param name="quirks">Faults of the past to repeat.</param>
    /// <exception cref="UndwarfFormatException">Sizes that do not divide, counts that differ.</exception>
    public static void Sort(TableFormat format, Span<byte> ips, Span<byte> entries, QuirkSet quirks = QuirkSet.None)
    {
        const ulong AnyAddress = 1UL << 63; // distances between rows are all that counts
        var table = UndwarfTable.FromRows(UndwarfTable.ReadRows(format, ips, AnyAddress, entries), quirks);
        var (oldIps, oldEntries) = (ips.ToArray(), entries.ToArray());
        for (var row = 0; row < table.Count; row++)
        {
            var source = table.SourceIndexOf(row);
            var moved = (row - source) * TableFormat.IpSize;
            var value = BinaryPrimitives.ReadInt32LittleEndian(oldIps.AsSpan(source * TableFormat.IpSize));
            BinaryPrimitives.WriteInt32LittleEndian(ips[(row * TableFormat.IpSize)..], unchecked(value - moved));
            oldEntries.AsSpan(source * format.EntrySize, format.EntrySize).CopyTo(entries[(row * format.EntrySize)..]);
        }
    }
}
