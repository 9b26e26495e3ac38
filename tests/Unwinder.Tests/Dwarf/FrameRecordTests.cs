using Unwinder.Dwarf;
using Unwinder.Dwarf.Records;

namespace Unwinder.Tests.Dwarf;

/// <summary>CIEs and FDEs (DWARF 4, 6.4.1; LSB core, 10.6).</summary>
public sealed class FrameRecordTests
{
    [Theory]
    [InlineData(FrameSectionKind.EhFrame, 1, false)]
    [InlineData(FrameSectionKind.EhFrame, 3, false)]
    [InlineData(FrameSectionKind.EhFrame, 4, false)]
    [InlineData(FrameSectionKind.EhFrame, 1, true)]
    [InlineData(FrameSectionKind.DebugFrame, 1, false)]
    [InlineData(FrameSectionKind.DebugFrame, 3, false)]
    [InlineData(FrameSectionKind.DebugFrame, 4, false)]
    [InlineData(FrameSectionKind.DebugFrame, 4, true)]
    public void VersionsAndLengths(FrameSectionKind kind, byte version, bool wide)
    {
        var table = new FrameBytes(kind).Common(version: version, wide: wide).Description(0x400000, 0x20, wide: wide).Table();
        var description = Assert.Single(table.Descriptions.ToArray());
        Assert.Equal((0x400000UL, 0x400020UL), (description.Begin, description.End));
        Assert.Equal(version, description.Common.Version);
        Assert.Equal(DwarfRegister.Rip, description.Common.ReturnAddress);
        Assert.Equal(-8, description.Common.DataAlignment);
    }

    /// <summary>The encoding, the bytes of begin and size, and the two; the section lies at 0x1000, the field at 0x1020.</summary>
    [Theory]
    [InlineData(0x00, "10 00 40 00 00 00 00 00  20 00 00 00 00 00 00 00", 0x400010, 0x20)] // absptr
    [InlineData(0x01, "90 80 01  20", 0x4010, 0x20)] // uleb128
    [InlineData(0x02, "10 40  20 00", 0x4010, 0x20)] // udata2
    [InlineData(0x03, "10 00 00 f0  20 00 00 00", 0xf0000010, 0x20)] // udata4
    [InlineData(0x04, "10 00 40 00 00 00 00 00  20 00 00 00 00 00 00 00", 0x400010, 0x20)] // udata8
    [InlineData(0x09, "90 7f  20", 0xffffffffffffff90, 0x20)] // sleb128
    [InlineData(0x0a, "00 80  20 00", 0xffffffffffff8000, 0x20)] // sdata2
    [InlineData(0x0b, "00 00 00 81  20 00 00 00", 0xffffffff81000000, 0x20)] // sdata4
    [InlineData(0x0c, "10 00 40 00 00 00 00 00  20 00 00 00 00 00 00 00", 0x400010, 0x20)] // sdata8
    [InlineData(0x1b, "00 ff ff ff  20 00 00 00", 0xf1e, 0x20)] // pcrel sdata4
    [InlineData(0x1c, "00 00 00 00 01 00 00 00  20 00 00 00 00 00 00 00", 0x10000101e, 0x20)] // pcrel sdata8
    [InlineData(0x50, "00 00  10 00 40 00 00 00 00 00  20 00 00 00 00 00 00 00", 0x400010, 0x20)] // aligned
    public void EncodingsOfAddresses(byte encoding, string body, ulong begin, ulong size)
    {
        var bytes = new FrameBytes().Common("zR", [encoding]);
        var description = Assert.Single(bytes.Description(0, 0, body: [.. Bytes(body), 0]).Table().Descriptions.ToArray());
        Assert.Equal($"{begin:x} {size:x}", $"{description.Begin:x} {description.End - description.Begin:x}");
    }

    [Fact]
    public void TheOrderOfTheLettersIsTheOrderOfTheData()
    {
        // Personality as udata4, LSDA encoding, FDE encoding udata2: an order that no compiler has.
        var table = new FrameBytes().Common("zPLRSB", [0x03, 1, 2, 3, 4, 0x1b, 0x02]).Description(0, 0, body: [0x10, 0x40, 0x20, 0, 0]).Table();
        Assert.Equal(0x4010UL, table.Descriptions[0].Begin);
        Assert.True(table.Descriptions[0].Common.IsSignalFrame);
    }

    [Fact]
    public void DataBehindTheLettersIsSkipped()
    {
        var table = new FrameBytes().Common("zR", [0x00, 0x55, 0x55]).Description(0x400000, 8, FrameBytes.UsualStart, augmentation: [3, 1, 2, 3]).Table();
        var (begin, end) = table.Descriptions[0].Program;
        Assert.Equal(FrameBytes.UsualStart.Length, end - begin);
    }

    [Fact]
    public void ATerminatorEndsNothingButItsPart()
    {
        var table = new FrameBytes().Common().Description(0x400000, 8).Raw(0, 0, 0, 0).Common().Description(0x500000, 8).Table();
        Assert.Equal(2, table.Descriptions.Length);
    }

    [Fact]
    public void TheLastThatBeginsAtOrBeforeAnAddressDescribesIt()
    {
        var table = new FrameBytes().Common().Description(0x500000, 0x10).Description(0x400000, 0x20).Description(0x600000, 0).Table();
        Assert.Equal([-1, 0, 0, -1, -1, 1, 1, -1, -1],
            new ulong[] { 0x3fffff, 0x400000, 0x40001f, 0x400020, 0x4fffff, 0x500000, 0x50000f, 0x500010, 0x600000 }.Select(table.IndexOf));
    }

    [Fact]
    public void OfTwoSectionsTheFirstCounts()
    {
        var first = new FrameBytes().Common(version: 1).Description(0x400000, 8).Section();
        var second = new FrameBytes(FrameSectionKind.DebugFrame).Common(version: 3).Description(0x400000, 8).Description(0x400008, 8).Section();
        var table = FrameTable.Read([first, second]);
        Assert.Equal([1, 3], table.Descriptions.ToArray().Select(description => (int)description.Common.Version));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenRecordsAreRefusedWithTheirPlace(string message, Func<FrameBytes> make)
    {
        var exception = Assert.Throws<DwarfFormatException>(() => make().Table());
        Assert.Equal(message, exception.Message);
    }

    public static TheoryData<string, Func<FrameBytes>> Broken() => new()
    {
        { "test+0x0: its length reaches beyond the section's 0x4 bytes", () => new FrameBytes().Raw(1, 0, 0, 0) },
        { "test+0x0: its length reaches beyond the section's 0x3 bytes", () => new FrameBytes().Raw(1, 0, 0) },
        { "test+0x0: its length reaches beyond the section's 0xc bytes", () => new FrameBytes().Raw(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff) },
        { "test+0x0: has no room for an id", () => new FrameBytes().Raw(3, 0, 0, 0, 0, 0, 0) },
        { "test+0x0: its CIE lies outside the section", () => new FrameBytes().Raw(4, 0, 0, 0, 0x10, 0, 0, 0) },
        { "test+0x0: is no CIE, but an FDE names it as its own", () => new FrameBytes().Raw(4, 0, 0, 0, 4, 0, 0, 0) },
        { "test+0x0: a CIE of version 2; 1, 3 and 4 are known", () => new FrameBytes().Common(version: 2) },
        { "test+0x0: the CIE ends within its fields", () => new FrameBytes().Raw(6, 0, 0, 0, 0, 0, 0, 0, 1, 0) },
        { "test+0x0: augmentation 'eh', of which nobody can say how long it is", () => new FrameBytes().Common("eh") },
        { "test+0x0: augmentation 'zX': the meaning of 'X' is not known", () => new FrameBytes().Common("zX") },
        { "test+0x0: augmentation 'zR' does not fit its 0 bytes", () => new FrameBytes().Common("zR") },
        { "test+0x0: addresses encoded as 0x3b, which x86-64 code has no use for", () => new FrameBytes().Common("zR", [0x3b]) },
        { "test+0x0: addresses encoded as 0x9b, which x86-64 code has no use for", () => new FrameBytes().Common("zR", [0x9b]) },
        { "test+0x0: addresses encoded as 0x05, which x86-64 code has no use for", () => new FrameBytes().Common("zR", [0x05]) },
        { "test+0x12: it ends within its addresses or its augmentation", () => new FrameBytes().Common().Description(0, 0, body: [1, 2, 3]) },
        { "test+0x12: describes 0x20 bytes from 0xfffffffffffffff0, beyond the end of the address space", () => new FrameBytes().Common().Description(0xfffffffffffffff0, 0x20) },
    };

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
