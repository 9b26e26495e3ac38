using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

public class RelocationTests
{
    [Fact]
    public void RelocationsAreFoundFromTheSectionTheyPatch()
    {
        var file = Standard().Read();
        Assert.Equal(RelaText, file.Sections[Text].RelocationSection?.Index);
        Assert.Equal([new(1, RelocationType.Plt32, Callee, -4)], file.Sections[Text].Relocations);
        Assert.Equal([new(1, RelocationType.Plt32, Callee, -4)], file.Sections[RelaText].RelocationEntries);
        Assert.True(file.Sections[Strings].Relocations.IsEmpty);
    }

    [Fact]
    public void SectionOfAnotherTypeHoldsNoRelocations() =>
        Assert.Throws<InvalidOperationException>(() => Standard().Read().Sections[Text].RelocationEntries.Length);

    [Fact]
    public void OrderIsThatOfTheFile()
    {
        ElfRelocation[] entries =
        [
            new(8, RelocationType.Pc32, 0, 0), new(0, RelocationType.Absolute32, 0, 0), new(8, RelocationType.None, 0, 0),
        ];
        Assert.Equal(entries, With(entries).Read().Sections[Text].Relocations);
    }

    [Theory]
    [InlineData(RelocationType.Absolute64, 8, true)]
    [InlineData(RelocationType.Absolute64, 9, false)]
    [InlineData(RelocationType.Pc32, 12, true)]
    [InlineData(RelocationType.Pc32, 13, false)]
    [InlineData(RelocationType.Absolute8, 15, true)]
    [InlineData(RelocationType.Absolute8, 16, false)]
    [InlineData(RelocationType.None, 16, true)]
    [InlineData(RelocationType.None, 17, false)]
    [InlineData((RelocationType)0xffff_ffff, 16, true)]
    [InlineData(RelocationType.Pc32, -1, false)]
    public void FieldMustLieInTheSection(RelocationType type, int offset, bool accepted)
    {
        var tiny = With(new ElfRelocation(unchecked((ulong)offset), type, 0, 0));
        if (accepted)
            Assert.Equal(type, tiny.Read().Sections[Text].Relocations[0].Type);
        else
            AssertRefused(tiny, "lies outside section 1 '.text' of 0x10 bytes");
    }

    [Fact]
    public void SymbolMustExist()
    {
        AssertRefused(With(new ElfRelocation(0, RelocationType.Pc32, 4, 0)), "relocation 0 (0x50) of section 2 '.rela.text' (header at 0x188): symbol 4 of a table of 4");
        AssertRefused(With(new ElfRelocation(0, ulong.MaxValue, 0)), "symbol 4294967295 of a table of 4");
    }

    [Fact]
    public void HeaderMustDescribeRelocations()
    {
        AssertRefused(Standard().Damage(RelaText, h => h with { EntrySize = 16 }), "entry size is 16, a relocation has 24 bytes");
        AssertRefused(Standard().Damage(RelaText, h => h with { Size = 23 }), "size 0x17 is not a multiple of 24");
        AssertRefused(Standard().Damage(RelaText, h => h with { Link = Text }), "section 1 (sh_link) is not the symbol table");
        AssertRefused(Standard().Damage(RelaText, h => h with { Link = 0 }), "section 0 (sh_link) is not the symbol table");
        AssertRefused(Standard().Damage(RelaText, h => h with { Info = 6 }), "relocates section 6 (sh_info), there are 6 sections");
        AssertRefused(Standard().Damage(RelaText, h => h with { Info = RelaText }), "relocates itself (sh_info)");
        AssertRefused(Standard().Damage(RelaText, h => h with { Type = SectionType.Rel }), "relocations of type Rel; x86-64 uses RELA (psABI 4.4)");
        AssertRefused(Standard().Damage(RelaText, h => h with { Type = SectionType.Crel }), "relocations of type Crel; x86-64 uses RELA (psABI 4.4)");
    }

    [Fact]
    public void RelocatableFileMustSayWhichSectionItsRelocationsPatch()
    {
        var file = Standard().Damage(RelaText, h => h with { Info = 0 }).Read();
        Assert.True(file.Sections[Text].Relocations.IsEmpty);
        var error = Assert.Throws<ElfFormatException>(() => file.Sections[RelaText].RelocationEntries.Length);
        Assert.Contains("names no section to relocate (sh_info is 0)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoRelocationSectionsForOneSectionAreRefused()
    {
        var tiny = Standard();
        tiny.Sections.Insert(Names, tiny.Sections[RelaText]);
        AssertRefused(tiny, "section 1 '.text' (header at 0x160): more than one section holds its relocations");
    }

    private static TinyObject With(params ReadOnlySpan<ElfRelocation> entries) => Standard().Fill(RelaText, ToBytes(entries));

    private static void AssertRefused(TinyObject tiny, string reason)
    {
        var error = Assert.Throws<ElfFormatException>(() => tiny.Read().Sections[Text].Relocations.Length);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
