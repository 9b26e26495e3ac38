using System.Buffers.Binary;

namespace Undwarf.Tests;

public sealed class UndwarfTableTests
{
    private static readonly UndwarfEntry _entryRow = UndwarfEntry.FunctionEntry;
    private static readonly UndwarfEntry _deepRow = UndwarfEntry.Caller(UndwarfRegister.Sp, 64);

    [Theory]
    [InlineData(0x0fff, -1)]
    [InlineData(0x1000, 0)]
    [InlineData(0x1003, 0)]
    [InlineData(0x1004, 1)]
    [InlineData(0x100f, 1)]
    [InlineData(0x1010, 2)]
    [InlineData(ulong.MaxValue, 2)]
    [InlineData(0, -1)]
    public void Search_FindsTheLastRowAtOrBeforeAnAddress(ulong ip, int expected)
    {
        var table = UndwarfTable.FromRows([new(0x1010, default), new(0x1000, _entryRow), new(0x1004, _deepRow)]);
        Assert.Equal(expected, table.IndexOf(ip));
    }

    [Fact]
    public void EmptyTable_FindsNothing() => Assert.False(UndwarfTable.Empty.TryFind(0x1000, out _));

    /// <summary>Every order of two terminators and a row at one address: the row is found (two empty objects before a full one).</summary>
    [Fact]
    public void Terminators_GiveWayToARowAtTheirAddress_InAnyOrder()
    {
        UndwarfRow weak = new(0x2000, UndwarfEntry.Undefined);
        foreach (var strong in new[] { _entryRow, UndwarfEntry.Blind, UndwarfEntry.EndOfStack })
        {
            UndwarfRow real = new(0x2000, strong);
            foreach (var rows in new UndwarfRow[][] { [weak, weak, real], [weak, real, weak], [real, weak, weak] })
            {
                var table = UndwarfTable.FromRows(rows);
                Assert.True(table.TryFind(0x2000, out var found));
                Assert.Equal(strong, found);
            }
        }
    }

    [Fact]
    public void DuplicateRows_KeepTheirOrder()
    {
        var table = UndwarfTable.FromRows([new(0x10, _deepRow), new(0x10, _entryRow)]);
        Assert.True(table.TryFind(0x10, out var found));
        Assert.Equal(_entryRow, found);
        Assert.Equal(1, table.SourceIndexOf(table.IndexOf(0x10)));
    }

    [Fact]
    public void SearchEqualsALinearScan_OnRandomTables()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var rows = new UndwarfRow[random.Next(1, 60)];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = new(0x1000 + (ulong)random.Next(64), random.Next(3) == 0 ? default : UndwarfEntry.Caller(UndwarfRegister.Sp, (short)(8 * i)));
            var table = UndwarfTable.FromRows(rows);
            for (ulong ip = 0xff0; ip < 0x1060; ip++)
            {
                var before = rows.Where(row => row.Address <= ip).ToArray();
                var expected = before.Length == 0 ? null : (UndwarfEntry?)before
                    .Where(row => row.Address == before.Max(r => r.Address))
                    .OrderBy(row => row.Entry.IsWeak ? 0 : 1).Last().Entry;
                Assert.Equal(expected is not null, table.TryFind(ip, out var found));
                Assert.Equal(expected ?? default, found);
            }
        }
    }

    [Fact]
    public void RowsAtBothEndsOfTheAddressSpace_AreRefused() =>
        Assert.Throws<UndwarfFormatException>(() => UndwarfTable.FromRows([new(0, _entryRow), new(ulong.MaxValue, _entryRow)]));

    [Fact]
    public void TableAtTheLastByteOfTheAddressSpace_IsFound()
    {
        var table = UndwarfTable.FromRows([new(ulong.MaxValue - 1, _entryRow), new(ulong.MaxValue, _deepRow)]);
        Assert.Equal(1, table.IndexOf(ulong.MaxValue));
        Assert.Equal(0, table.IndexOf(ulong.MaxValue - 1));
        Assert.Equal(-1, table.IndexOf(0));
    }

    [Fact]
    public void Sections_AreReadRelativeToEachAddressItself()
    {
        const ulong Place = 0xffffffff82000000;
        ulong[] addresses = [0xffffffff81000010, 0xffffffff81000000, 0xffffffff82001000];
        var ips = new byte[12];
        var entries = new byte[24];
        for (var i = 0; i < 3; i++)
        {
            SelfRelativeIp.Write(ips.AsSpan(4 * i), Place + (ulong)(4 * i), addresses[i]);
            UndwarfV2Format.Extended.Encode(UndwarfEntry.Caller(UndwarfRegister.Sp, (short)(8 * i)), entries.AsSpan(8 * i));
        }

        Assert.Equal(-0xfffff0, BinaryPrimitives.ReadInt32LittleEndian(ips));
        var table = UndwarfTable.FromSections(UndwarfV2Format.Extended, ips, Place, entries);
        Assert.Equal([0xffffffff81000000, 0xffffffff81000010, 0xffffffff82001000], Enumerable.Range(0, 3).Select(table.AddressOf));
        Assert.Equal([1, 0, 2], Enumerable.Range(0, 3).Select(table.SourceIndexOf));
        Assert.Equal(8, table[0].Entry.CfaOffset);
    }

    [Theory]
    [InlineData(8, 8, "2 addresses for 1 rows")]
    [InlineData(0, 8, "0 addresses for 1 rows")]
    [InlineData(6, 8, "bad .undwarf_ip section size")]
    [InlineData(4, 9, "bad .undwarf section size")]
    public void SectionsThatDoNotFitEachOther_AreRefused(int ipBytes, int entryBytes, string reason)
    {
        var error = Assert.Throws<UndwarfFormatException>(
            () => UndwarfTable.FromSections(UndwarfV2Format.Extended, new byte[ipBytes], 0x1000, new byte[entryBytes]));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DistanceBeyond2GiB_IsRefusedWhenWritten() =>
        Assert.Throws<UndwarfFormatException>(() => SelfRelativeIp.Write(new byte[4], 0, 0x80000000));
}
