using Undwarf;
using Unwinder.Lookup;

namespace Unwinder.Tests;

public sealed class LookupTests
{
    [Fact]
    public void DirectMap_EqualsTableSearch_OnEveryAddress()
    {
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var rows = new UndwarfRow[random.Next(1, 40)];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = new(0x1000 + (ulong)random.Next(256), random.Next(4) == 0 ? default : UndwarfEntry.Caller(UndwarfRegister.Sp, (short)(8 * i)));
            var table = UndwarfTable.FromRows(rows);
            var search = new TableSearch(table);
            var map = new DirectMap(table, 0xfc0, 0x1180);
            for (ulong ip = 0xfc0; ip < 0x1180; ip++)
            {
                Assert.Equal(search.IndexOf(ip), map.IndexOf(ip));
                if (search.IndexOf(ip) >= 0)
                    Assert.Equal(search[search.IndexOf(ip)], map[map.IndexOf(ip)]);
            }
        }
    }

    [Theory]
    [InlineData(0xfff)]
    [InlineData(0x1100)]
    [InlineData(0)]
    [InlineData(ulong.MaxValue)]
    public void DirectMap_KnowsNothingOutsideItsRange(ulong ip)
    {
        var map = new DirectMap(UndwarfTable.FromRows([new(0x1000, UndwarfEntry.FunctionEntry)]), 0x1000, 0x1100);
        Assert.Equal(-1, map.IndexOf(ip));
    }
}
