using System.Runtime.InteropServices;
using Elf.Records;

namespace Elf;

/// <summary>Reads a symbol table and verifies every entry, so that <see cref="ElfSymbol"/> need not.</summary>
internal static class SymbolTableReader
{
    public static ElfSymbolTable Read(ElfSection section)
    {
        var count = CountOf(section);
        if (section.Info > count)
            throw section.FormatError($"first non-local symbol (sh_info) is {section.Info}, there are {count} symbols");

        var strings = StringTable.Of(Linked(section));
        var extended = ExtendedIndices(section, count);
        VerifyEntries(section, strings, extended.Span);
        return new(section.File, section.ContentsMemory, extended, strings, (int)section.Info);
    }

    private static uint CountOf(ElfSection section)
    {
        if (section.EntrySize != SymbolRecord.ByteSize)
            throw section.FormatError($"entry size is {section.EntrySize}, a symbol has {SymbolRecord.ByteSize} bytes");
        if (section.Size % SymbolRecord.ByteSize != 0)
            throw section.FormatError($"size 0x{section.Size:x} is not a multiple of {SymbolRecord.ByteSize}");
        return (uint)(section.Size / SymbolRecord.ByteSize);
    }

    private static ElfSection Linked(ElfSection section)
    {
        var sections = section.File.Sections;
        return section.Link < (uint)sections.Length
            ? sections[(int)section.Link]
            : throw section.FormatError($"string table (sh_link) is section {section.Link}, there are {sections.Length} sections");
    }

    private static ReadOnlyMemory<byte> ExtendedIndices(ElfSection symbols, uint count)
    {
        foreach (var section in symbols.File.Sections)
        {
            if (section.Type != SectionType.SymbolTableIndices || section.Link != (uint)symbols.Index)
                continue;
            if (section.EntrySize != sizeof(uint) || section.Size != (ulong)count * sizeof(uint))
            {
                throw section.FormatError(
                    $"0x{section.Size:x} bytes in entries of {section.EntrySize} for {count} symbols; one word for each is needed");
            }

            return section.ContentsMemory;
        }

        return default;
    }

    private static void VerifyEntries(ElfSection table, StringTable strings, ReadOnlySpan<byte> extended)
    {
        var symbols = MemoryMarshal.Cast<byte, SymbolRecord>(table.Contents);
        var indices = MemoryMarshal.Cast<byte, uint>(extended);
        var names = 0UL;
        for (var i = 0; i < symbols.Length; i++)
        {
            ref readonly var symbol = ref symbols[i];
            if (!strings.Holds(symbol.Name))
                throw Error(table, i, $"name at 0x{symbol.Name:x} lies outside the string table");
            if (!strings.Measure(symbol.Name, table.File.Source.Length, ref names))
                throw Error(table, i, "symbol names share so many bytes that the file must be hostile");
            if (SectionFault(table, symbol.Section, i, indices) is { } fault)
                throw Error(table, i, fault);
        }
    }

    private static string? SectionFault(ElfSection table, ushort section, int symbol, ReadOnlySpan<uint> indices)
    {
        var count = table.File.Sections.Length;
        switch (section)
        {
            case < ReservedIndex.First:
                return section < count ? null : $"is in section {section}, there are {count} sections";
            case ReservedIndex.Absolute or ReservedIndex.Common or ReservedIndex.LargeCommon:
                return null;
            case not ReservedIndex.Escape:
                return $"has the reserved section index 0x{section:x}, which x86-64 does not define";
        }

        if (indices.IsEmpty)
            return "needs an extended section index (SHN_XINDEX) but no section holds them";
        var index = indices[symbol];
        return index != 0 && index < count ? null : $"has the extended section index {index}, there are {count} sections";
    }

    private static ElfFormatException Error(ElfSection table, int symbol, string reason) =>
        table.FormatError($"symbol {symbol}", (ulong)symbol * SymbolRecord.ByteSize, reason);
}
