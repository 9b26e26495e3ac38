using Undwarf;
using Undwarf.Quirks;
using Unwinder.Lookup;

namespace Unwinder.Tests;

public sealed class LookupTests
{
    private static UndwarfTable RandomTable(Random random, ulong begin, int size, int maximumRows)
    {
        var rows = new UndwarfRow[random.Next(1, maximumRows)];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new(begin + (ulong)random.Next(size), random.Next(4) == 0 ? default : UndwarfEntry.Caller(UndwarfRegister.Sp, (short)(8 * i)));
        return UndwarfTable.FromRows(rows);
    }

    /// <summary>Row numbers of every lookup at every address, begin and end and beyond, for tables of many shapes.</summary>
    [Fact]
    public void EveryLookup_EqualsThePlainSearch_OnEveryAddress()
    {
        var random = new Random(7);
        for (var round = 0; round < 150; round++)
        {
            var table = RandomTable(random, 0x1000, 1 << random.Next(2, 12), 60);
            // The text begins before the first row, at it, or after it; and ends anywhere.
            var begin = 0xfc0 + (ulong)random.Next(0x80);
            var end = begin + (ulong)random.Next(1, 0x900);
            Compare(table, begin, end, new DirectMap(table, begin, end));
            Compare(table, begin, end, new SmallBlockSearch(table, begin, end));
            foreach (var blocks in new[] { 1, 2, 7, 64, FixedBlockSearch.PublishedBlocks })
                Compare(table, begin, end, new FixedBlockSearch(table, begin, end, blocks));
        }
    }

    private static void Compare<TLookup>(UndwarfTable table, ulong begin, ulong end, TLookup lookup)
        where TLookup : struct, IRowLookup
    {
        for (var ip = begin - 2; ip < end + 2; ip++)
        {
            var expected = ip >= begin && ip < end ? table.IndexOf(ip) : -1;
            var row = lookup.IndexOf(ip);
            if (row != expected || (row >= 0 && lookup[row] != table.Entries[row]))
                Assert.Fail($"{typeof(TLookup).Name} at 0x{ip:x} of [0x{begin:x}, 0x{end:x}): row {row}, not {expected}");
        }
    }

    [Theory]
    [InlineData(1, 0x8000, 1)] // fewer bytes than blocks
    [InlineData(0x8000, 0x8000, 1)]
    [InlineData(0x8001, 0x8000, 2)] // the block size is rounded up
    [InlineData(0x2000000, 0x8000, 0x400)]
    public void FixedBlocks_HaveTheTextsSizeOverTheirNumber_RoundedUp(ulong textSize, int blocks, ulong blockSize)
    {
        // A row at the last byte of the first block and one behind: the last is found by another block.
        var table = UndwarfTable.FromRows([new(0x1000, UndwarfEntry.FunctionEntry), new(0x1000 + blockSize, UndwarfEntry.EndOfStack)]);
        var lookup = new FixedBlockSearch(table, 0x1000, 0x1000 + textSize, blocks);
        Assert.Equal(0, lookup.IndexOf(0x1000 + blockSize - 1));
        Assert.Equal(textSize > blockSize ? 1 : -1, lookup.IndexOf(0x1000 + blockSize));
    }

    /// <summary>Of equal starts the last row is the one, whatever block they begin.</summary>
    [Fact]
    public void RowsAtOneAddress_TheLastIsFound_AcrossBlocks()
    {
        var table = UndwarfTable.FromRows(
            [new(0x1000, UndwarfEntry.FunctionEntry), new(0x1100, default), new(0x1100, default), new(0x1100, UndwarfEntry.EndOfStack), new(0x1200, default)]);
        Compare(table, 0x1000, 0x1300, new SmallBlockSearch(table, 0x1000, 0x1300));
        Assert.Equal(3, new SmallBlockSearch(table, 0x1000, 0x1300).IndexOf(0x1100));
    }

    [Theory]
    [InlineData(0xfff)]
    [InlineData(0x1100)]
    [InlineData(0)]
    [InlineData(ulong.MaxValue)]
    public void AddressesOutsideTheText_HaveNoRow(ulong ip)
    {
        var table = UndwarfTable.FromRows([new(0x1000, UndwarfEntry.FunctionEntry)]);
        Assert.Equal(-1, new DirectMap(table, 0x1000, 0x1100).IndexOf(ip));
        Assert.Equal(-1, new FixedBlockSearch(table, 0x1000, 0x1100).IndexOf(ip));
        Assert.Equal(-1, new SmallBlockSearch(table, 0x1000, 0x1100).IndexOf(ip));
    }

    [Fact]
    public void EmptyTable_HasNoRow()
    {
        Assert.Equal(-1, new TableSearch(UndwarfTable.Empty).IndexOf(0x1000));
        Assert.Equal(-1, new DirectMap(UndwarfTable.Empty, 0x1000, 0x1100).IndexOf(0x1000));
        Assert.Equal(-1, new FixedBlockSearch(UndwarfTable.Empty, 0x1000, 0x1100).IndexOf(0x1000));
        Assert.Equal(-1, new SmallBlockSearch(UndwarfTable.Empty, 0x1000, 0x1100).IndexOf(0x1000));
    }

    [Theory]
    [InlineData(QuirkSet.None, -1)]
    [InlineData(QuirkSet.LookupBelowFirstRow, 0)]
    public void AddressBelowTheFirstRow_HasNone(QuirkSet quirks, int expected)
    {
        var table = UndwarfTable.FromRows([new(0x1010, UndwarfEntry.FunctionEntry)]);
        Assert.Equal(expected, new DirectMap(table, 0x1000, 0x1100, quirks).IndexOf(0x1008));
        Assert.Equal(-1, new TableSearch(table).IndexOf(0x1008));
        Assert.Equal(-1, new FixedBlockSearch(table, 0x1000, 0x1100).IndexOf(0x1008));
        Assert.Equal(-1, new SmallBlockSearch(table, 0x1000, 0x1100).IndexOf(0x1008));
    }
}
