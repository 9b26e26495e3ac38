namespace Elf.Tests;

public class StringTableBuilderTests
{
    [Fact]
    public void NewTableStartsWithTheEmptyName()
    {
        var names = new StringTableBuilder([]);
        Assert.Equal(0U, names.Add(""));
        Assert.Equal(1U, names.Add(".text"));
        Assert.Equal("\0.text\0"u8, names.Contents.Span);
    }

    [Fact]
    public void ExistingNamesKeepTheirOffsets()
    {
        var names = new StringTableBuilder("\0.text\0"u8);
        Assert.Equal(7U, names.Add(".data"));
        Assert.Equal("\0.text\0.data\0"u8, names.Contents.Span);
    }

    [Fact]
    public void EqualNamesAreAppendedOnce()
    {
        var names = new StringTableBuilder([]);
        Assert.Equal(names.Add("a"), names.Add("a"));
        Assert.Equal(3, names.Contents.Length);
    }

    [Fact]
    public void NamesAreUtf8()
    {
        var names = new StringTableBuilder([]);
        names.Add("é");
        Assert.Equal([0, 0xc3, 0xa9, 0], names.Contents.ToArray());
    }

    [Fact]
    public void UnterminatedTableCannotBeAppendedTo() =>
        Assert.Throws<ArgumentException>(() => new StringTableBuilder("\0.text"u8));

    [Fact]
    public void NameWithNulIsRefused() =>
        Assert.Throws<ArgumentException>(() => new StringTableBuilder([]).Add("a\0b"));
}
