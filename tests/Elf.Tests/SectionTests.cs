using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

public class SectionTests
{
    [Fact]
    public void HeaderFactsAreThoseOfTheFile()
    {
        var file = Standard().Read();
        Assert.Equal("tiny.o", file.Name);
        Assert.Equal((ElfFileType.Relocatable, ElfMachine.X64), (file.Type, file.Machine));
        Assert.Equal((0UL, 0U, (byte)0), (file.Entry, file.Flags, file.OsAbi));
        Assert.Empty(file.Segments);
    }

    [Fact]
    public void SectionsAreFoundByNameAndNumber()
    {
        var file = Standard().Read();
        Assert.Equal(["", ".text", ".rela.text", ".symtab", ".strtab", ".shstrtab"], file.Sections.Select(s => s.Name));
        var text = file.FindSection(".text");
        Assert.Same(file.Sections[Text], text);
        Assert.Equal("[1] .text", text?.ToString());
        Assert.Equal(SectionFlags.Alloc | SectionFlags.Execute, text?.Flags);
        Assert.Equal((16UL, 16UL), (text?.Size, text?.Alignment));
        Assert.Equal([0xe8, 0, 0, 0, 0, 0xc3], text!.Contents[..6].ToArray());
        Assert.Null(file.FindSection(".tex"));
    }

    [Fact]
    public void OfSectionsWithEqualNamesTheFirstIsFound()
    {
        var tiny = Standard();
        var name = tiny.Sections[Text].Header.Name;
        var second = new Records.SectionHeaderRecord { Type = SectionType.Note, Name = name };
        tiny.Sections.Insert(Names, (second, []));
        Assert.Equal(Text, tiny.Read().FindSection(".text")?.Index);
    }

    [Fact]
    public void NoBitsHasSizeButNoContents()
    {
        var tiny = Standard();
        tiny.Sections.Insert(Names, (new() { Type = SectionType.NoBits, Size = 1UL << 40, Offset = 1UL << 50 }, []));
        var bss = tiny.Read().Sections[Names];
        Assert.Equal(1UL << 40, bss.Size);
        Assert.True(bss.Contents.IsEmpty);
    }

    [Fact]
    public void FileWithoutSectionHeadersHasNoSections()
    {
        var image = Standard().Build();
        image.AsSpan(EShoff, 8).Clear();
        (image[EShnum], image[EShstrndx]) = (0, 0);
        var file = ElfFile.Read(image, "bare.o");
        Assert.Empty(file.Sections);
        Assert.Empty(file.Symbols);
        Assert.Null(file.FindSection(".text"));
    }

    [Fact]
    public void SectionsHaveNoNamesWithoutANameTable()
    {
        var image = Standard().Build();
        image[EShstrndx] = 0;
        Assert.All(ElfFile.Read(image, "nameless.o").Sections, section => Assert.Equal("", section.Name));
    }

    [Theory]
    [InlineData(Text, 0x10000UL, 0UL, "section 1 (header at 0x{0:x}): contents at 0x10000, 0x10 bytes, reach beyond the end of the file at 0x{1:x}")]
    [InlineData(Text, 0UL, 0x10000UL, "section 1 (header at 0x{0:x}): contents at 0x40, 0x10000 bytes, reach beyond the end of the file at 0x{1:x}")]
    [InlineData(Text, 0x40UL, ulong.MaxValue, "section 1 (header at 0x{0:x}): contents at 0x40, 0xffffffffffffffff bytes, reach beyond the end of the file at 0x{1:x}")]
    [InlineData(Text, 0x20UL, 0UL, "section 1 (header at 0x{0:x}): [0x20, 0x30) overlaps [0x0, 0x40) of ELF header (0x0)")]
    [InlineData(RelaText, 0x48UL, 0UL, "section 2 (header at 0x{0:x}): [0x48, 0x60) overlaps [0x40, 0x50) of section 1 (header at 0x148)")]
    [InlineData(RelaText, 0x4fUL, 0UL, "section 2 (header at 0x{0:x}): [0x4f, 0x67) overlaps [0x40, 0x50) of section 1 (header at 0x148)")]
    [InlineData(Names, 0x130UL, 0UL, "section 5 (header at 0x{0:x}): [0x130, 0x15c) overlaps [0x108, 0x288) of section header table (0x108)")]
    public void ContentsOutsideTheFileOrOnTopOfOthersAreRefused(int section, ulong offset, ulong size, string message)
    {
        var tiny = Standard().Damage(section, header => header with { Offset = offset, Size = size });
        var image = tiny.Build();
        var expected = string.Format(null, message, HeaderOf(image, section), image.Length);
        Assert.Equal("a.o: " + expected, Assert.Throws<ElfFormatException>(() => ElfFile.Read(image, "a.o")).Message);
    }

    [Fact]
    public void AlignmentMustBeAPowerOfTwo() =>
        AssertRefused(Standard().Damage(Text, h => h with { Alignment = 24 }), "alignment 0x18 is not a power of two");

    [Fact]
    public void SectionZeroMustBeNull() =>
        AssertRefused(Standard().Damage(0, h => h with { Type = SectionType.Note }), "section 0 must be the null section, has type Note");

    [Fact]
    public void NameTableMustExistAndBeAStringTable()
    {
        var image = Standard().Build();
        image[EShstrndx] = 6;
        AssertRefused(image, "section name table (e_shstrndx) is section 6, there are 6 sections");
        image[EShstrndx] = Text;
        AssertRefused(image, "used as a string table but has type ProgBits");
    }

    [Fact]
    public void NameMustLieInTheTableAndEnd()
    {
        AssertRefused(Standard().Damage(Text, h => h with { Name = 0x1000 }), "name at 0x1000 lies outside the section name table");
        AssertRefused(Standard().Fill(Names, "\0.text"u8.ToArray()), "the last string is not terminated");
    }

    [Fact]
    public void CountInTheReservedRangeIsRefused()
    {
        var image = Standard().Build();
        (image[EShnum], image[EShnum + 1]) = (0x05, 0xff);
        AssertRefused(image, "section header count (e_shnum) 0xff05 is in the reserved range");
    }

    [Fact]
    public void CountWithoutTableAndTableWithoutCountAreRefused()
    {
        var image = Standard().Build();
        image[EShnum] = 0;
        AssertRefused(image, "but no entries (e_shnum is 0)");
        image = Standard().Build();
        image.AsSpan(EShoff, 8).Clear();
        AssertRefused(image, "6 section headers (e_shnum) but no table (e_shoff is 0)");
    }

    [Fact]
    public void SecondSymbolTableIsRefused() =>
        AssertRefused(Standard().Damage(Text, h => h with { Type = SectionType.SymbolTable }), "a second section of type SymbolTable, the first is section 1");

    [Fact]
    public void ControlCharactersInNamesAreEscapedInMessages()
    {
        var tiny = Standard();
        var names = tiny.Sections[Names].Contents;
        names[tiny.Sections[Symbols].Header.Name] = 0x1b;
        AssertRefused(tiny.Damage(Symbols, h => h with { EntrySize = 7 }), "section 3 '\\x1bsymtab' (header at 0x");
    }

    private static void AssertRefused(TinyObject tiny, string reason) => AssertRefused(tiny.Build(), reason);

    private static void AssertRefused(byte[] image, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<ElfFormatException>(() => Walk.Everything(ElfFile.Read(image, "a.o"))).Message,
            StringComparison.Ordinal);
}
