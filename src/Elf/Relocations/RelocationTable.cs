using System.Runtime.InteropServices;

namespace Elf;

/// <summary>Reads and verifies the entries of a RELA section.</summary>
internal static class RelocationTable
{
    public static ElfRelocation[] Read(ElfSection section)
    {
        if (section.EntrySize != ElfRelocation.ByteSize)
            throw section.FormatError($"entry size is {section.EntrySize}, a relocation has {ElfRelocation.ByteSize} bytes");
        if (section.Size % ElfRelocation.ByteSize != 0)
            throw section.FormatError($"size 0x{section.Size:x} is not a multiple of {ElfRelocation.ByteSize}");

        var entries = MemoryMarshal.Cast<byte, ElfRelocation>(section.Contents).ToArray();
        VerifySymbols(section, entries);
        if (section.File.Type == ElfFileType.Relocatable)
            VerifyOffsets(section, entries);
        return entries;
    }

    private static void VerifySymbols(ElfSection section, ElfRelocation[] entries)
    {
        var symbols = (ulong)SymbolCount(section);
        for (var i = 0; i < entries.Length; i++)
        {
            // Symbol 0 is no symbol, so it is in range even without a table.
            var symbol = entries[i].Info >> 32;
            if (symbol >= symbols && symbol != 0)
                throw Error(section, i, $"symbol {symbol} of a table of {symbols}");
        }
    }

    private static int SymbolCount(ElfSection section)
    {
        var file = section.File;
        if (file.SymbolSection is { } symbols && section.Link == (uint)symbols.Index)
            return file.Symbols.Count;
        // A static executable with indirect functions links to nothing (0), and its relocations to no symbol.
        if (file.Type != ElfFileType.Relocatable)
        {
            if (section.Link == 0)
                return 0;
            if (file.DynamicSymbolSection is { } dynamic && section.Link == (uint)dynamic.Index)
                return file.DynamicSymbols.Count;
        }

        throw section.FormatError($"section {section.Link} (sh_link) is not the symbol table");
    }

    private static void VerifyOffsets(ElfSection section, ElfRelocation[] entries)
    {
        if (section.Info == 0)
            throw section.FormatError("names no section to relocate (sh_info is 0)");
        var target = section.File.Sections[(int)section.Info];
        for (var i = 0; i < entries.Length; i++)
        {
            var offset = entries[i].Offset;
            var width = (ulong)entries[i].Type.FieldSize;
            if (offset > target.Size || width > target.Size - offset)
            {
                var where = $"section {target.Index} {ElfName.Quote(target.Name)} of 0x{target.Size:x} bytes";
                throw Error(section, i, $"field [0x{offset:x}, +{width}) lies outside {where}");
            }
        }
    }

    private static ElfFormatException Error(ElfSection section, int entry, string reason) =>
        section.FormatError($"relocation {entry}", (ulong)entry * ElfRelocation.ByteSize, reason);
}
