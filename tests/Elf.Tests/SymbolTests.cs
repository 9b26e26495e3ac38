using Elf.Records;
using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

public class SymbolTests
{
    [Fact]
    public void SymbolsTellNamePlaceAndKind()
    {
        var file = Standard().Read();
        var main = file.Symbols[Main];
        Assert.Equal(4, file.Symbols.Count);
        Assert.Equal(2, file.Symbols.FirstNonLocal);
        Assert.Equal((Main, "main", 0UL, 6UL), (main.Index, main.Name, main.Value, main.Size));
        Assert.Equal((SymbolType.Function, SymbolBinding.Global, SymbolVisibility.Default), (main.Type, main.Binding, main.Visibility));
        Assert.Equal(SymbolPlacement.Section, main.Placement);
        Assert.Same(file.Sections[Text], main.Section);

        var callee = file.Symbols[Callee];
        Assert.Equal(("callee", SymbolPlacement.Undefined), (callee.Name, callee.Placement));
        Assert.Null(callee.Section);
    }

    [Theory]
    [InlineData(0, SymbolPlacement.Undefined)]
    [InlineData(0xfff1, SymbolPlacement.Absolute)]
    [InlineData(0xfff2, SymbolPlacement.Common)]
    [InlineData(0xff02, SymbolPlacement.LargeCommon)]
    public void ReservedNumbersAreNoSections(int section, SymbolPlacement placement)
    {
        var symbol = WithSymbols(new SymbolRecord(1, 0x10, 0, (ushort)section, 0, 0)).Read().Symbols[1];
        Assert.Equal(placement, symbol.Placement);
        Assert.Null(symbol.Section);
    }

    [Fact]
    public void ExtendedIndexMayBeEqualToAReservedNumberWithoutMeaningIt()
    {
        // More than 0xfff1 sections: the one numbered like SHN_ABS is a section like any other.
        var tiny = WithSymbols(new SymbolRecord(1, 0x10, 0, 0xffff, 0, 0));
        tiny.Sections.Insert(Names, (new() { Type = SectionType.SymbolTableIndices, Link = Symbols, EntrySize = 4 }, ToBytes(0U, 0xfff1U)));
        while (tiny.Sections.Count < 0xfff5)
            tiny.Sections.Add((new() { Type = SectionType.Note }, []));
        tiny.Damage(0, header => header with { Size = 0xfff5, Link = Names + 1 });
        var image = tiny.Build();
        (image[EShnum], image[EShnum + 1], image[EShstrndx], image[EShstrndx + 1]) = (0, 0, 0xff, 0xff);

        var symbol = ElfFile.Read(image, "big.o").Symbols[1];
        Assert.Equal((SymbolPlacement.Section, 0xfff1), (symbol.Placement, symbol.Section!.Index));
    }

    [Theory]
    [InlineData(6, "symbol 1 (0x68) of section 3 '.symtab' (header at 0x180): is in section 6, there are 6 sections")]
    [InlineData(0xff05, "has the reserved section index 0xff05, which x86-64 does not define")]
    [InlineData(0xffff, "needs an extended section index (SHN_XINDEX) but no section holds them")]
    public void SectionOfASymbolMustExist(int section, string reason) =>
        AssertRefused(WithSymbols(new SymbolRecord(1, 0x10, 0, (ushort)section, 0, 0)), reason);

    [Theory]
    [InlineData(0U, "has the extended section index 0, there are 7 sections")]
    [InlineData(7U, "has the extended section index 7, there are 7 sections")]
    [InlineData(uint.MaxValue, "has the extended section index 4294967295, there are 7 sections")]
    public void ExtendedSectionOfASymbolMustExist(uint section, string reason)
    {
        var tiny = WithSymbols(new SymbolRecord(1, 0x10, 0, 0xffff, 0, 0));
        tiny.Sections.Insert(Names, (new() { Type = SectionType.SymbolTableIndices, Link = Symbols, EntrySize = 4 }, ToBytes(0U, section)));
        AssertRefused(tiny, reason);
    }

    [Fact]
    public void ExtendedIndicesMustBeOnePerSymbol()
    {
        var tiny = Standard();
        tiny.Sections.Insert(Names, (new() { Type = SectionType.SymbolTableIndices, Link = Symbols, EntrySize = 4 }, ToBytes(0U, 0U)));
        AssertRefused(tiny, "0x8 bytes in entries of 4 for 4 symbols; one word for each is needed");
    }

    [Fact]
    public void TableMustBeWholeRecordsWithANameTable()
    {
        AssertRefused(Standard().Damage(Symbols, h => h with { EntrySize = 16 }), "entry size is 16, a symbol has 24 bytes");
        AssertRefused(Standard().Damage(Symbols, h => h with { Size = 95 }), "size 0x5f is not a multiple of 24");
        AssertRefused(Standard().Damage(Symbols, h => h with { Info = 5 }), "first non-local symbol (sh_info) is 5, there are 4 symbols");
        AssertRefused(Standard().Damage(Symbols, h => h with { Link = 99 }), "string table (sh_link) is section 99, there are 6 sections");
        AssertRefused(Standard().Damage(Symbols, h => h with { Link = Symbols }), "used as a string table but has type SymbolTable");
        AssertRefused(Standard().Fill(Strings, "\0main"u8.ToArray()), "the last string is not terminated");
        AssertRefused(WithSymbols(new SymbolRecord(0x99, 0, 0, 0, 0, 0)), "name at 0x99 lies outside the string table");
    }

    [Fact]
    public void SectionSymbolIsFoundOrAbsent()
    {
        var file = Standard().Read();
        Assert.Equal(TextSymbol, file.Symbols.FindSectionSymbol(file.Sections[Text])?.Index);
        Assert.Null(file.Symbols.FindSectionSymbol(file.Sections[Strings]));
        Assert.Throws<ArgumentException>(() => file.Symbols.FindSectionSymbol(Standard().Read().Sections[Text]));
    }

    [Fact]
    public void OfTwoSectionSymbolsTheFirstIsFound()
    {
        var file = WithSymbols(new SymbolRecord(1, 0x03, 0, Text, 0, 0), new(1, 0x03, 0, Text, 0, 0)).Read();
        Assert.Equal(1, file.Symbols.FindSectionSymbol(file.Sections[Text])?.Index);
    }

    [Fact]
    public void ExtendedIndicesOfAnotherTableAreLeftAlone()
    {
        var tiny = WithSymbols(new SymbolRecord(1, 0x10, 0, 0xffff, 0, 0));
        var indices = new SectionHeaderRecord { Type = SectionType.SymbolTableIndices, EntrySize = 4 };
        tiny.Sections.Insert(Names, (indices with { Link = Symbols }, ToBytes(0U, (uint)Text)));
        tiny.Sections.Insert(Names, (indices with { Link = Strings }, ToBytes(0U, (uint)Strings)));
        Assert.Equal(Text, tiny.Read().Symbols[1].Section?.Index);
    }

    [Fact]
    public void OfSymbolsWithEqualNamesTheNonLocalIsFound()
    {
        var tiny = WithSymbols(new SymbolRecord(1, 0x00, 0, Text, 5, 0), new(1, 0x00, 0, Text, 6, 0), new(1, 0x10, 0, Text, 7, 0), new(1, 0x20, 0, Text, 8, 0));
        Assert.Equal(7UL, tiny.Read().Symbols.Find("main")?.Value);
        Assert.Equal(5UL, WithSymbols(new SymbolRecord(1, 0x00, 0, Text, 5, 0), new(1, 0x00, 0, Text, 6, 0)).Read().Symbols.Find("main")?.Value);
        Assert.Null(tiny.Read().Symbols.Find("absent"));
    }

    [Fact]
    public void SymbolsAreEqualIfTheyAreTheSameEntry()
    {
        var file = Standard().Read();
        Assert.Equal(file.Symbols[Main], file.Symbols[Main]);
        Assert.NotEqual(file.Symbols[Main], file.Symbols[Callee]);
        Assert.NotEqual(file.Symbols[Main], Standard().Read().Symbols[Main]);
    }

    [Fact]
    public void NumberOutsideTheTableIsACallersMistake()
    {
        var symbols = Standard().Read().Symbols;
        Assert.Throws<ArgumentOutOfRangeException>(() => symbols[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => symbols[-1]);
    }

    private static TinyObject WithSymbols(params ReadOnlySpan<SymbolRecord> symbols) =>
        Standard()
            .Fill(Symbols, ToBytes<SymbolRecord>([default, .. symbols]))
            .Fill(RelaText, [])
            .Damage(Symbols, header => header with { Info = 1 });

    private static void AssertRefused(TinyObject tiny, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<ElfFormatException>(() => tiny.Read().Symbols).Message,
            StringComparison.Ordinal);
}
