namespace Emulator.Tests;

public class GuestRangeTests
{
    [Theory]
    [InlineData(0x1000, 0x1000, 0x0fff, 1, false)]
    [InlineData(0x1000, 0x1000, 0x1000, 1, true)]
    [InlineData(0x1000, 0x1000, 0x1fff, 1, true)]
    [InlineData(0x1000, 0x1000, 0x1ff8, 8, true)]
    [InlineData(0x1000, 0x1000, 0x1ff9, 8, false)]
    [InlineData(0x1000, 0x1000, 0x2000, 1, false)]
    [InlineData(0x1000, 0x1000, 0x1000, ulong.MaxValue, false)]
    [InlineData(0xffff_ffff_ffff_f000, 0x1000, 0xffff_ffff_ffff_ffff, 1, true)]
    [InlineData(0xffff_ffff_ffff_f000, 0x1000, 0xffff_ffff_ffff_ffff, 2, false)]
    [InlineData(0xffff_ffff_ffff_f000, 0x1000, 0, 1, false)]
    public void Contains(ulong start, ulong length, ulong address, ulong count, bool expected) =>
        Assert.Equal(expected, new GuestRange(start, length).Contains(address, count));

    [Theory]
    [InlineData(0x1000, 0x1000, 0x2000, 0x1000, false)]
    [InlineData(0x1000, 0x1000, 0x1fff, 0x1000, true)]
    [InlineData(0x1000, 0x3000, 0x2000, 0x1000, true)]
    [InlineData(0x1000, 0x1000, 0x1000, 0, false)]
    [InlineData(0xffff_ffff_ffff_f000, 0x1000, 0, 0x1000, false)]
    [InlineData(0xffff_ffff_ffff_f000, 0x1000, 0xffff_ffff_ffff_0000, 0x10000, true)]
    public void Overlaps(ulong start, ulong length, ulong otherStart, ulong otherLength, bool expected)
    {
        var range = new GuestRange(start, length);
        var other = new GuestRange(otherStart, otherLength);
        Assert.Equal(expected, range.Overlaps(other));
        Assert.Equal(expected, other.Overlaps(range));
    }
}
