namespace Elf.Tests;

public class ElfLayoutTests
{
    [Fact]
    public void BlocksFollowTheKeptBytesInOrderAndAligned()
    {
        var layout = ElfLayout.After(0x41, [new(3, 1), new(8, 4), new(1, 16)], sectionCount: 5);
        Assert.Equal([0x41, 0x44, 0x50], layout.Offsets);
    }

    [Fact]
    public void SectionHeadersComeLastAndAligned()
    {
        var layout = ElfLayout.After(0x41, [new(3, 1)], sectionCount: 5);
        Assert.Equal(0x48UL, layout.SectionHeadersOffset);
        Assert.Equal(0x48UL + (5 * 64), layout.FileSize);
    }

    [Fact]
    public void AlignmentsZeroAndOneMeanNone()
    {
        var layout = ElfLayout.After(0x41, [new(0, 0), new(0, 1)], sectionCount: 1);
        Assert.Equal([0x41, 0x41], layout.Offsets);
    }

    [Fact]
    public void AbsurdAlignmentDoesNotBlowUpTheFile()
    {
        var layout = ElfLayout.After(0x41, [new(1, 1UL << 63)], sectionCount: 1);
        Assert.Equal([0x1000], layout.Offsets);
    }

    [Fact]
    public void NothingToPlaceLeavesOnlyTheSectionHeaders()
    {
        var layout = ElfLayout.After(0x40, [], sectionCount: 2);
        Assert.Empty(layout.Offsets);
        Assert.Equal((0x40UL, 0xc0UL), (layout.SectionHeadersOffset, layout.FileSize));
    }
}
