using static Elf.Tests.Kit.ReadelfListing;

namespace Elf.Tests.Kit;

/// <summary>Asserts that we read a file as readelf does, every section, symbol and relocation of it.</summary>
internal static class ReadelfComparison
{
    private const string FlagLetters = "WAX?MSILOGTC";

    private static readonly Dictionary<SectionType, string> _sectionTypes = new()
    {
        [SectionType.Null] = "NULL",
        [SectionType.ProgBits] = "PROGBITS",
        [SectionType.SymbolTable] = "SYMTAB",
        [SectionType.StringTable] = "STRTAB",
        [SectionType.Rela] = "RELA",
        [SectionType.Hash] = "HASH",
        [SectionType.Dynamic] = "DYNAMIC",
        [SectionType.Note] = "NOTE",
        [SectionType.NoBits] = "NOBITS",
        [SectionType.Rel] = "REL",
        [SectionType.DynamicSymbols] = "DYNSYM",
        [SectionType.InitArray] = "INIT_ARRAY",
        [SectionType.FiniArray] = "FINI_ARRAY",
        [SectionType.PreinitArray] = "PREINIT_ARRAY",
        [SectionType.Group] = "GROUP",
        [SectionType.SymbolTableIndices] = "SYMTAB SECTION INDICES",
        [SectionType.Relr] = "RELR",
        [SectionType.LlvmAddressSignificance] = "LOOS+0xfff4c03",
        [SectionType.GnuAttributes] = "GNU_ATTRIBUTES",
        [SectionType.GnuHash] = "GNU_HASH",
        [SectionType.GnuVersionDefinitions] = "VERDEF",
        [SectionType.GnuVersionNeeds] = "VERNEED",
        [SectionType.GnuVersions] = "VERSYM",
        [SectionType.X86Unwind] = "X86_64_UNWIND",
    };

    private static readonly Dictionary<SymbolType, string> _symbolTypes = new()
    {
        [SymbolType.None] = "NOTYPE",
        [SymbolType.Object] = "OBJECT",
        [SymbolType.Function] = "FUNC",
        [SymbolType.Section] = "SECTION",
        [SymbolType.File] = "FILE",
        [SymbolType.Common] = "COMMON",
        [SymbolType.ThreadLocal] = "TLS",
        [SymbolType.IndirectFunction] = "IFUNC",
    };

    /// <returns>How many rows were compared.</returns>
    public static int Check(string path)
    {
        var file = ElfFile.Read(path);
        var listing = Of(path);
        Assert.Equal(file.Sections.Length, listing.Sections.Count);
        var rows = file.Sections.Length;
        foreach (var section in file.Sections)
        {
            Check(path, section, listing.Sections[section.Index]);
            rows += section.Type switch
            {
                SectionType.SymbolTable => Check(path, file.Symbols, Table(listing.Symbols, section)),
                SectionType.DynamicSymbols => Check(path, file.DynamicSymbols, Table(listing.Symbols, section)),
                SectionType.Rela => Check(path, section, Table(listing.Relocations, section)),
                _ => 0,
            };
        }

        return rows;
    }

    private static List<T> Table<T>(Dictionary<string, List<T>> tables, ElfSection section) =>
        tables.TryGetValue(section.Name, out var table) ? table : [];

    private static void Check(string path, ElfSection section, SectionRow row)
    {
        var type = _sectionTypes.GetValueOrDefault(section.Type, row.Type);
        var ours = new SectionRow(
            section.Index, section.Name, type, section.Address, section.Offset, section.Size, section.EntrySize, Letters(row.Flags, section.Flags), section.Link, section.Info, section.Alignment);
        Assert.True(ours == row, $"{path}:\nreadelf {row}\nours    {ours}");
    }

    private static int Check(string path, ElfSymbolTable symbols, List<SymbolRow> rows)
    {
        Assert.Equal(symbols.Count, rows.Count);
        foreach (var symbol in symbols)
        {
            var row = rows[symbol.Index];
            var ours = new SymbolRow(
                symbol.Index,
                symbol.Value,
                symbol.Size,
                _symbolTypes[symbol.Type],
                symbol.Binding.ToString().ToUpperInvariant(),
                symbol.Visibility.ToString().ToUpperInvariant(),
                Place(symbol),
                IsSameName(symbol, row.Name) ? row.Name : symbol.ToString());
            Assert.True(ours == row, $"{path}:\nreadelf {row}\nours    {ours}");
        }

        return rows.Count;
    }

    private static int Check(string path, ElfSection section, List<RelocationRow> rows)
    {
        var entries = section.RelocationEntries;
        Assert.True(entries.Length == rows.Count, $"{path}: {section}: {entries.Length} relocations, readelf {rows.Count}");
        for (var i = 0; i < rows.Count; i++)
        {
            // readelf cuts type names at 22 characters.
            var name = entries[i].Type.AbiName;
            var ours = new RelocationRow(entries[i].Offset, entries[i].Info, name[..Math.Min(name.Length, 22)], entries[i].Addend);
            Assert.True(ours == rows[i], $"{path}: {section}:\nreadelf {rows[i]}\nours    {ours}");
        }

        return rows.Count;
    }

    private static string Place(ElfSymbol symbol) => symbol.Placement switch
    {
        SymbolPlacement.Undefined => "UND",
        SymbolPlacement.Absolute => "ABS",
        SymbolPlacement.Common => "COM",
        SymbolPlacement.LargeCommon => "LARGE_COM",
        _ => $"{symbol.Section!.Index}",
    };

    // Dynamic symbols are shown with their version, section symbols by their section, odd bytes escaped.
    private static bool IsSameName(ElfSymbol symbol, string shown) =>
        shown == symbol.Name
        || shown.StartsWith(symbol.Name + "@", StringComparison.Ordinal)
        || (symbol.Type == SymbolType.Section && shown == symbol.Section?.Name)
        || symbol.Name.Any(c => c is < ' ' or > '~');

    /// <summary>Our letters for the flags we name, readelf's for the others.</summary>
    private static string Letters(string shown, SectionFlags flags)
    {
        var letters = "";
        for (var bit = 0; bit < FlagLetters.Length; bit++)
        {
            if (((ulong)flags >> bit & 1) != 0)
                letters += FlagLetters[bit];
        }

        if (flags.HasFlag(SectionFlags.GnuRetain))
            letters += shown.Contains('R', StringComparison.Ordinal) ? 'R' : 'o';
        if (flags.HasFlag(SectionFlags.Large))
            letters += 'l';
        if (flags.HasFlag(SectionFlags.Exclude))
            letters += 'E';
        return letters;
    }
}
