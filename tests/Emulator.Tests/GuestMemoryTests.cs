namespace Emulator.Tests;

public sealed class GuestMemoryTests : IDisposable
{
    private const ulong Base = 0xffff_c900_0001_0000;
    private const ulong Page = 0x1000;
    private const GuestProtection Data = GuestProtection.ReadWrite;

    private readonly Machine _machine;

    public GuestMemoryTests()
    {
        Guest.SkipWithoutLibrary();
        _machine = new Machine();
    }

    private GuestMemory Memory => _machine.Memory;

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(Base + 1, Page, "must be multiples of 4096")]
    [InlineData(Base, Page + 8, "must be multiples of 4096")]
    [InlineData(Base, 0, "from one page to 1 GiB")]
    [InlineData(Base, 0x8000_0000, "from one page to 1 GiB")]
    [InlineData(0xffff_ffff_ffff_f000, 2 * Page, "past the end of the address space")]
    [InlineData(Base + Page, Page, "region new [0xffffc90000011000, 0xffffc90000012000) overlaps region old [0xffffc90000010000, 0xffffc90000013000)")]
    [InlineData(Base - Page, 2 * Page, "overlaps region old")]
    [InlineData(Base - Page, 8 * Page, "overlaps region old")]
    public void RegionThatCannotBe_IsRefusedWithTheReason(ulong address, ulong size, string reason)
    {
        Memory.Map("old", Base, 3 * Page, Data);
        var refusal = Assert.Throws<ArgumentException>(() => Memory.Map("new", address, size, Data));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, Memory.Regions.Count); // old and the machine's own
    }

    [Theory]
    [InlineData(Base + 8, Page, "not one or more whole pages")]
    [InlineData(Base, 0, "not one or more whole pages")]
    [InlineData(Base - Page, Page, "outside it")]
    [InlineData(Base + (3 * Page), 2 * Page, "outside it")]
    [InlineData(Base, 4 * Page, "leave nothing")]
    public void HoleThatCannotBe_IsRefusedWithTheReason(ulong address, ulong size, string reason)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Memory.Map("stacks", Base, 4 * Page, Data, new GuestRange(address, size)));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OverlappingHoles_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Memory.Map("stacks", Base, 4 * Page, Data, new(Base + Page, 2 * Page), new(Base + (2 * Page), Page)));

    [Fact]
    public void WordsOfARegion_AreReadableFromItsFirstToItsLastEight()
    {
        var region = Memory.Map("stack", Base, Page, Data);
        region.Bytes[^8..].Fill(0x5a);
        Assert.True(region.TryReadWord(Base, out var first));
        Assert.Equal(0ul, first);
        Assert.True(region.TryReadWord(Base + Page - 8, out var last));
        Assert.Equal(0x5a5a5a5a5a5a5a5aul, last);
        Assert.True(region.TryReadWord(Base + Page - 9, out _));
        Assert.False(region.TryReadWord(Base + Page - 7, out var value));
        Assert.Equal(0ul, value);
        Assert.False(region.TryReadWord(Base - 1, out _));
        Assert.False(region.TryReadWord(Base + Page, out _));
        Assert.False(region.TryReadWord(0, out _));
        Assert.False(region.TryReadWord(ulong.MaxValue, out _));
    }

    [Fact]
    public void LastPageOfTheAddressSpace_CanBeMapped()
    {
        const ulong LastPage = 0xffff_ffff_ffff_f000;
        var region = Memory.Map("last", LastPage, Page, Data);
        Assert.True(Memory.TryWriteWord(ulong.MaxValue - 7, 42));
        Assert.True(region.TryReadWord(ulong.MaxValue - 7, out var value));
        Assert.Equal(42ul, value);
        Assert.False(region.TryReadWord(ulong.MaxValue - 6, out _));
        Assert.False(Memory.TryReadWord(ulong.MaxValue - 6, out _));
        Assert.Same(region, Memory.Find(ulong.MaxValue));
    }

    [Fact]
    public void Hole_IsHostMemoryButNothingToTheGuest()
    {
        var region = Memory.Map("stacks", Base, 4 * Page, Data, new(Base + (2 * Page), Page), new(Base, Page));
        Assert.True(region.HasHoles);
        Assert.Equal([new GuestRange(Base + Page, Page), new(Base + (3 * Page), Page)], region.MappedPieces);

        Assert.True(region.TryReadWord(Base + (2 * Page), out var word));
        Assert.Equal(0ul, word);

        Assert.True(Memory.TryReadWord(Base + (2 * Page) - 8, out _));
        Assert.False(Memory.TryReadWord(Base + (2 * Page) - 7, out _));
        Assert.False(Memory.TryReadWord(Base + (2 * Page), out _));
        Assert.False(Memory.TryWriteWord(Base + (3 * Page) - 4, 1));
        Assert.True(Memory.TryReadWord(Base + (3 * Page), out word));
        Assert.Equal(0ul, word); // the refused write left no half behind
        Assert.False(region.IsMapped(Base, 1));
        Assert.True(region.IsMapped(Base + Page, Page));
        Assert.False(region.IsMapped(Base + Page, Page + 1));
    }

    [Fact]
    public void ReadsAndWrites_SpanAdjoiningRegions()
    {
        Memory.Map("low", Base, Page, Data);
        Memory.Map("high", Base + Page, Page, GuestProtection.Read);
        Assert.True(Memory.TryWriteWord(Base + Page - 3, 0x1122334455667788));
        Assert.True(Memory.TryReadWord(Base + Page - 3, out var value));
        Assert.Equal(0x1122334455667788ul, value);

        Span<byte> bytes = new byte[2 * Page];
        Assert.True(Memory.TryRead(Base, bytes));
        Assert.Equal(0x88, bytes[(int)Page - 3]);
        Assert.Equal(0x11, bytes[(int)Page + 4]);
        Assert.False(Memory.TryRead(Base, new byte[(2 * Page) + 1]));
    }

    [Fact]
    public void WriteThatDoesNotFit_WritesNothing()
    {
        Memory.Map("low", Base, Page, Data);
        Assert.Throws<ArgumentException>(() => Memory.Write(Base + Page - 2, new byte[] { 1, 2, 3 }));
        Assert.True(Memory.TryReadWord(Base + Page - 8, out var value));
        Assert.Equal(0ul, value);
    }

    [Fact]
    public void Find_KnowsEachRegionInTurn()
    {
        var high = Memory.Map("high", Base + (4 * Page), Page, Data);
        var low = Memory.Map("low", Base, Page, Data);
        for (var i = 0; i < 3; i++)
        {
            Assert.Same(low, Memory.Find(Base + 5));
            Assert.Same(high, Memory.Find(Base + (4 * Page)));
            Assert.Null(Memory.Find(Base + Page));
        }
        Assert.Equal(Memory.Regions.OrderBy(region => region.Base), Memory.Regions);
    }

    [Fact]
    public void UnmappedRegion_ReadsNothingAnyMore()
    {
        var region = Memory.Map("gone", Base, Page, Data);
        Assert.Same(region, Memory.Find(Base));
        Memory.Unmap(region);
        Assert.False(region.TryReadWord(Base, out _));
        Assert.True(region.Bytes.IsEmpty);
        Assert.Null(Memory.Find(Base));
        Assert.False(Memory.TryReadWord(Base, out _));
        Assert.Throws<ArgumentException>(() => Memory.Unmap(region));
        Memory.Map("again", Base, Page, Data);
    }

    [Fact]
    public void NewMemory_IsZero()
    {
        for (var i = 0; i < 4; i++)
        {
            var region = Memory.Map("page", Base, Page, Data);
            Assert.False(region.Bytes.ContainsAnyExcept((byte)0));
            region.Bytes.Fill(0xff);
            Memory.Unmap(region);
        }
    }
}
