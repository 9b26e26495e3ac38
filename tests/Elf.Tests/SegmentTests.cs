using System.Buffers.Binary;
using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

public class SegmentTests
{
    private static readonly ElfSegment _load =
        new(SegmentType.Load, SegmentFlags.Read | SegmentFlags.Execute, 0xb0, 0x4010b0, 0x1010b0, 4, 8, 0x1000);

    [Fact]
    public void SegmentsAreThoseOfTheFile()
    {
        var file = With(_load).Read();
        Assert.Equal(ElfFileType.Executable, file.Type);
        Assert.Equal([_load], file.Segments);
        Assert.Equal(file.Bytes.Slice(0xb0, 4).ToArray(), file.ContentsOf(file.Segments[0]).ToArray());
    }

    [Fact]
    public void ContentsMustLieInTheFile()
    {
        AssertRefused(_load with { FileSize = 0x10000, MemorySize = 0x10000 }, "contents at 0xb0, 0x10000 bytes, reach beyond the end of the file");
        AssertRefused(_load with { Offset = ulong.MaxValue }, "contents at 0xffffffffffffffff, 0x4 bytes, reach beyond the end of the file");
        AssertRefused(_load with { Type = SegmentType.Note, Offset = 0x10000 }, "contents at 0x10000, 0x4 bytes, reach beyond the end of the file");
    }

    [Fact]
    public void LoadedBytesMustFitTheirMemory()
    {
        AssertRefused(_load with { MemorySize = 3 }, "program header 0 (0x40): 0x4 bytes in the file but only 0x3 in memory");
        Assert.Single(With(_load with { Type = SegmentType.Note, MemorySize = 0 }).Read().Segments);
    }

    [Fact]
    public void UnusedEntryMaySayAnything()
    {
        var file = With(_load with { Type = SegmentType.Null, Offset = ulong.MaxValue, FileSize = ulong.MaxValue }).Read();
        Assert.True(file.ContentsOf(file.Segments[0]).IsEmpty);
    }

    [Fact]
    public void TableMustLieInTheFileInEntriesOf56Bytes()
    {
        var image = With(_load).Build();
        image[EPhentsize] = 32;
        AssertRefused(image, "program header size (e_phentsize) is 32, must be 56");
        image[EPhentsize] = 56;
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(EPhoff), (ulong)image.Length - 55);
        AssertRefused(image, "1 entries of 56 bytes reach beyond the end of the file");
    }

    [Fact]
    public void CountTooLargeForTheHeaderIsInSectionZero()
    {
        var image = With(_load, _load with { Offset = 0 }).Build();
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(EPhnum), 0xffff);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(HeaderOf(image, 0) + 0x2c), 2);
        Assert.Equal(2, ElfFile.Read(image, "many").Segments.Length);

        var editor = new ElfEditor(ElfFile.Read(image, "many"));
        editor.AddSection(new() { Name = ".n", Type = SectionType.Note });
        Assert.Equal(2, ElfFile.Read(editor.Build(), "edited").Segments.Length);
    }

    [Fact]
    public void EditingKeepsBytesThatOnlyASegmentCovers()
    {
        // Eight bytes behind the last section and before the section headers.
        var tiny = With(_load);
        var end = (ulong)HeaderOf(tiny.Build(), 0);
        tiny.Segments[0] = _load with { Offset = end, FileSize = 8 };
        var image = tiny.Build();
        image = [.. image[..(int)end], 1, 2, 3, 4, 5, 6, 7, 8, .. image[(int)end..]];
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(EShoff), end + 8);

        var editor = new ElfEditor(ElfFile.Read(image, "a"));
        editor.AddSection(new() { Name = ".n", Type = SectionType.Note, Contents = new byte[8] });
        var edited = ElfFile.Read(editor.Build(), "edited");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], edited.ContentsOf(edited.Segments[0]).ToArray());
    }

    [Fact]
    public void LoadedSectionKeepsItsSize()
    {
        var file = With(_load).Read();
        var editor = new ElfEditor(file);
        Assert.Throws<ArgumentException>(() => editor.ReplaceContents(file.Sections[Text], new byte[15]));
        editor.ReplaceContents(file.Sections[Text], new byte[16]);
        Assert.Equal(new byte[16], ElfFile.Read(editor.Build(), "edited").Sections[Text].Contents.ToArray());
    }

    private static TinyObject With(params ReadOnlySpan<ElfSegment> segments)
    {
        var tiny = Standard();
        foreach (var segment in segments)
            tiny.Segments.Add(segment);
        return tiny;
    }

    private static void AssertRefused(ElfSegment segment, string reason) => AssertRefused(With(segment).Build(), reason);

    private static void AssertRefused(byte[] image, string reason) =>
        Assert.Contains(reason, Assert.Throws<ElfFormatException>(() => ElfFile.Read(image, "a")).Message, StringComparison.Ordinal);
}
