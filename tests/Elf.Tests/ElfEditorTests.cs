using Elf.Records;
using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

public class ElfEditorTests
{
    [Fact]
    public void WithoutEditsTheFileStaysByteForByte()
    {
        var image = Standard().Build();
        Assert.Equal(image, new ElfEditor(ElfFile.Read(image, "a.o")).Build());
    }

    [Fact]
    public void UndwarfSectionsGetTheHeadersOfTheFormat()
    {
        var file = Standard().Read();
        var edited = Reread(AddUndwarf(file));

        var ip = edited.Sections[6];
        Assert.Equal((".undwarf_ip", SectionType.ProgBits, SectionFlags.Alloc, 1UL, 4UL, 0U, 0U), Describe(ip));
        var rela = edited.Sections[7];
        Assert.Equal((".rela.undwarf_ip", SectionType.Rela, SectionFlags.InfoLink, 8UL, 24UL, (uint)Symbols, 6U), Describe(rela));
        var undwarf = edited.Sections[8];
        Assert.Equal((".undwarf", SectionType.ProgBits, SectionFlags.Alloc, 1UL, 8UL, 0U, 0U), Describe(undwarf));

        Assert.Equal(new byte[8], ip.Contents.ToArray());
        Assert.Equal(Relocations, ip.Relocations.ToArray());
        Assert.Equal(Rows, undwarf.Contents.ToArray());
    }

    [Fact]
    public void EverythingElseStaysWhereItWas()
    {
        var file = Standard().Read();
        var edited = Reread(AddUndwarf(file));
        AssertUnchanged(file, edited, except: Names);
        Assert.Equal(file.Symbols.Select(s => s.Name), edited.Symbols.Select(s => s.Name));
        Assert.Equal(file.Sections[Text].Relocations.ToArray(), edited.Sections[Text].Relocations.ToArray());
    }

    [Fact]
    public void SymbolNamesSurviveInATableSharedWithSectionNames()
    {
        // clang: one .strtab for both.
        var tiny = Standard();
        byte[] shared = [.. tiny.Sections[Names].Contents, .. "main\0callee\0"u8];
        var start = (uint)tiny.Sections[Names].Contents.Length;
        tiny.Fill(Names, shared).Damage(Symbols, header => header with { Link = Names });
        tiny.Fill(Symbols, ToBytes<SymbolRecord>(
            default, new(0, 0x03, 0, Text, 0, 0), new(start, 0x12, 0, Text, 0, 6), new(start + 5, 0x10, 0, 0, 0, 0)));
        var file = tiny.Read();
        Assert.Equal(["", "", "main", "callee"], file.Symbols.Select(s => s.Name));
        Assert.Equal(["", "", "main", "callee"], Reread(AddUndwarf(file)).Symbols.Select(s => s.Name));
    }

    [Fact]
    public void SmallerContentsStayInPlaceAndLeaveZeros()
    {
        var file = Standard().Read();
        var editor = new ElfEditor(file);
        editor.ReplaceContents(file.Sections[Text], new byte[] { 1, 2, 3 });
        var edited = Reread(editor);
        var text = edited.Sections[Text];
        Assert.Equal(file.Sections[Text].Offset, text.Offset);
        Assert.Equal([1, 2, 3], text.Contents.ToArray());
        Assert.Equal(new byte[13], edited.Bytes.Span.Slice((int)text.Offset + 3, 13).ToArray());
        AssertUnchanged(file, edited, except: Text);
    }

    [Fact]
    public void LargerContentsGoToTheEnd()
    {
        var file = Standard().Read();
        var editor = new ElfEditor(file);
        var contents = Enumerable.Range(0, 100).Select(i => (byte)i).ToArray();
        editor.ReplaceContents(file.Sections[Text], contents);
        var edited = Reread(editor);
        var text = edited.Sections[Text];
        Assert.True(text.Offset > edited.Sections[Names].Offset && text.Offset % text.Alignment == 0);
        Assert.Equal(contents, text.Contents.ToArray());
        AssertUnchanged(file, edited, except: Text);
    }

    [Fact]
    public void LastReplacementOfAContentsWins()
    {
        var file = Standard().Read();
        var editor = new ElfEditor(file);
        editor.ReplaceContents(file.Sections[Text], new byte[100]);
        editor.ReplaceContents(file.Sections[Text], new byte[] { 7 });
        Assert.Equal([7], Reread(editor).Sections[Text].Contents.ToArray());
    }

    [Fact]
    public void RelocationsMayReachToTheEndOfReplacedContents()
    {
        var tiny = Standard().Fill(RelaText, []).Damage(RelaText, h => h with { Type = SectionType.Note });
        var file = tiny.Read();
        var editor = new ElfEditor(file);
        editor.ReplaceContents(file.Sections[Text], new byte[32]);
        editor.AddRelocationSection(Text, [new(28, RelocationType.Pc32, Main, 0)]);
        Assert.Equal(28UL, Reread(editor).Sections[Text].Relocations[0].Offset);
    }

    [Fact]
    public void EditingAgainDoesNotPileUpOldNamesAndHeaders()
    {
        var image = Standard().Build();
        for (var round = 0; round < 10; round++)
        {
            var before = image.Length;
            var editor = new ElfEditor(ElfFile.Read(image, "a.o"));
            editor.AddSection(new() { Name = ".n", Type = SectionType.Note, Contents = new byte[16] });
            image = editor.Build();
            Assert.InRange(image.Length - before, 0, 16 + 64 + 3 + 8);
        }
    }

    [Fact]
    public void DataAfterTheSectionHeadersStays()
    {
        byte[] image = [.. Standard().Build(), .. "signature~Module signature appended~\n"u8];
        var edited = AddUndwarf(ElfFile.Read(image, "a.ko")).Build();
        // All but the ELF header, which says where the section headers are now.
        Assert.Equal(image[64..], edited[64..image.Length]);
    }

    [Fact]
    public void CrossingTheLimitOfTheHeaderMovesTheCountToSectionZero()
    {
        var tiny = new TinyObject();
        tiny.Add("", new() { Type = SectionType.Null }, []);
        while (tiny.Sections.Count < 0xfefe)
            tiny.Sections.Add((new() { Type = SectionType.Note }, []));
        tiny.AddNames();
        var image = tiny.Build();
        for (var count = 0xff00; count < 0xff03; count++)
        {
            var editor = new ElfEditor(ElfFile.Read(image, "a.o"));
            Assert.Equal(count - 1, editor.AddSection(new() { Name = ".new", Type = SectionType.Note, Contents = new byte[1] }));
            image = editor.Build();
            Assert.Equal((0, 0), (image[EShnum], image[EShnum + 1]));
            var edited = ElfFile.Read(image, "b.o");
            Assert.Equal(count, edited.Sections.Length);
            Assert.Equal((ulong)count, edited.Sections[0].Size);
            Assert.Equal(".new", edited.Sections[count - 1].Name);
        }
    }

    [Fact]
    public void OneSectionBelowTheLimitIsStillCountedInTheHeader()
    {
        var tiny = new TinyObject();
        tiny.Add("", new() { Type = SectionType.Null }, []);
        while (tiny.Sections.Count < 0xfefd)
            tiny.Sections.Add((new() { Type = SectionType.Note }, []));
        tiny.AddNames();
        var editor = new ElfEditor(tiny.Read());
        editor.AddSection(new() { Name = ".new", Type = SectionType.Note });
        var image = editor.Build();
        Assert.Equal((0xff, 0xfe), (image[EShnum], image[EShnum + 1]));
        Assert.Equal(0UL, ElfFile.Read(image, "b.o").Sections[0].Size);
    }

    [Fact]
    public void ContradictionsAreCallersMistakes()
    {
        var file = Standard().Read();
        var note = new NewSection { Name = ".n", Type = SectionType.Note };
        AssertMistake("the name holds a NUL", e => e.AddSection(note with { Name = "a\0b" }));
        AssertMistake("type NoBits has no contents", e => e.AddSection(note with { Type = SectionType.NoBits }));
        AssertMistake("alignment 0x3 is not a power of two", e => e.AddSection(note with { Alignment = 3 }));
        AssertMistake("0x5 bytes are not a multiple of the entry size 4", e => e.AddSection(note with { EntrySize = 4, Contents = new byte[5] }));
        AssertMistake("link is section 6, there are 6 sections", e => e.AddSection(note with { Link = 6 }));
        AssertMistake("info is section 6, there are 6 sections", e => e.AddSection(note with { Flags = SectionFlags.InfoLink, Info = 6 }));
        AssertMistake("has relocations already", e => e.AddRelocationSection(Text, []));
        AssertMistake("target", e => e.AddRelocationSection(6, []));
        AssertMistake("symbol 4 of a table of 4", e => e.AddRelocationSection(Strings, [new(0, RelocationType.Pc32, 4, 0)]));
        AssertMistake("symbol 4294967295 of a table of 4", e => e.AddRelocationSection(Strings, [new(0, ulong.MaxValue, 0)]));
        AssertMistake("field [0xa, +4) lies outside 0xd bytes", e => e.AddRelocationSection(Strings, [new(10, RelocationType.Pc32, 0, 0)]));
        AssertMistake("belongs to another file", e => e.ReplaceContents(Standard().Read().Sections[Text], default));
        AssertMistake("has no contents in the file", e => e.ReplaceContents(file.Sections[0], default));
        AssertMistake("holds the section names", e => e.ReplaceContents(file.Sections[Names], default));

        void AssertMistake(string reason, Action<ElfEditor> act)
        {
            var error = Assert.ThrowsAny<ArgumentException>(() => act(new(file)));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SectionAddedInTheSameEditCannotGetRelocationsTwice()
    {
        var editor = AddUndwarf(Standard().Read());
        Assert.Throws<ArgumentException>(() => editor.AddRelocationSection(6, []));
    }

    [Fact]
    public void FileThatCannotBeEditedIsAFormatError()
    {
        var nameless = Standard().Build();
        nameless[EShstrndx] = 0;
        var error = Assert.Throws<ElfFormatException>(() => new ElfEditor(ElfFile.Read(nameless, "a.o")));
        Assert.Contains("no section name table", error.Message, StringComparison.Ordinal);

        var stripped = Standard().Damage(RelaText, h => h with { Type = SectionType.Note }).Damage(Symbols, h => h with { Type = SectionType.Note });
        error = Assert.Throws<ElfFormatException>(() => new ElfEditor(stripped.Read()).AddRelocationSection(Text, []));
        Assert.Contains("no symbol table", error.Message, StringComparison.Ordinal);
    }

    internal static ElfRelocation[] Relocations { get; } =
        [new(0, RelocationType.Pc32, TextSymbol, 0), new(4, RelocationType.Pc32, TextSymbol, 6)];

    internal static byte[] Rows { get; } = [8, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The three sections in the order of the generator.</summary>
    internal static ElfEditor AddUndwarf(ElfFile file)
    {
        var editor = new ElfEditor(file);
        var ip = editor.AddSection(new()
        {
            Name = ".undwarf_ip",
            Type = SectionType.ProgBits,
            Flags = SectionFlags.Alloc,
            EntrySize = 4,
            Contents = new byte[8],
        });
        editor.AddRelocationSection(ip, Relocations);
        editor.AddSection(new()
        {
            Name = ".undwarf",
            Type = SectionType.ProgBits,
            Flags = SectionFlags.Alloc,
            EntrySize = 8,
            Contents = Rows,
        });
        return editor;
    }

    private static ElfFile Reread(ElfEditor editor) => ElfFile.Read(editor.Build(), "edited.o");

    private static (string, SectionType, SectionFlags, ulong, ulong, uint, uint) Describe(ElfSection section) =>
        (section.Name, section.Type, section.Flags, section.Alignment, section.EntrySize, section.Link, section.Info);

    private static void AssertUnchanged(ElfFile before, ElfFile after, int except)
    {
        foreach (var old in before.Sections.Where(section => section.Index != except))
        {
            Assert.Equal(old.Header, after.Sections[old.Index].Header);
            Assert.Equal(old.Contents.ToArray(), after.Sections[old.Index].Contents.ToArray());
        }
    }
}
