using Elf;
using Undwarf;

namespace Objtool.Tables;

/// <summary>Reads the rows that a file holds, with the places that they are for.</summary>
public static class TableReader
{
    /// <summary>
    /// The rows in the order of the file. In a relocatable file a place is a section and an offset in it; in a linked
    /// one it is an address and the section null.
    /// </summary>
    /// <exception cref="UndwarfFormatException">The sections do not fit each other.</exception>
    /// <exception cref="ElfFormatException">The file does not hold together.</exception>
    public static IReadOnlyList<FileRow> Read(ElfFile file, TableFormat format)
    {
        if (file.FindSection(format.EntrySection) is not { } entries || file.FindSection(format.IpSection) is not { } ips)
            return [];

        var count = format.CountOf(entries.Contents.Length);
        if (ips.Contents.Length != count * TableFormat.IpSize)
            throw new UndwarfFormatException($"{file.Name}: {format.IpSection} has {ips.Contents.Length} bytes for {count} rows of {format.EntrySection}");

        // In a linked file relocations may be left over, but what counts is what is in the section.
        var places = file.Type == ElfFileType.Relocatable && ips.RelocationSection is not null
            ? RelocatedPlaces(file, ips, count)
            : LinkedPlaces(ips, count);
        var rows = new FileRow[count];
        for (var i = 0; i < count; i++)
            rows[i] = new FileRow(places[i].Section, places[i].Offset, format.Decode(entries.Contents[(i * format.EntrySize)..]));
        return rows;
    }

    private static (ElfSection? Section, ulong Offset)[] LinkedPlaces(ElfSection ips, int count)
    {
        var places = new (ElfSection?, ulong)[count];
        for (var i = 0; i < count; i++)
        {
            var offset = i * TableFormat.IpSize;
            places[i] = (null, SelfRelativeIp.Read(ips.Contents[offset..], unchecked(ips.Address + (ulong)offset)));
        }

        return places;
    }

    private static (ElfSection? Section, ulong Offset)[] RelocatedPlaces(ElfFile file, ElfSection ips, int count)
    {
        var places = new (ElfSection? Section, ulong Offset)[count];
        var isSet = new bool[count];
        foreach (ref readonly var relocation in ips.Relocations)
        {
            var row = relocation.Offset / TableFormat.IpSize;
            if (relocation.Offset % TableFormat.IpSize != 0 || relocation.Type is not (RelocationType.Pc32 or RelocationType.Plt32))
                throw new UndwarfFormatException($"{file.Name}: {ips.Name}+0x{relocation.Offset:x}: a relocation of type {relocation.Type.AbiName}");

            // The field is the place that the address is relative to, so the addend is the offset itself.
            var symbol = file.Symbols[relocation.Symbol];
            places[row] = (symbol.Section, unchecked((symbol.Type == SymbolType.Section ? 0 : symbol.Value) + (ulong)relocation.Addend));
            isSet[row] = true;
        }

        var missing = Array.IndexOf(isSet, false);
        return missing < 0 ? places : throw new UndwarfFormatException($"{file.Name}: row {missing} of {ips.Name} has no relocation");
    }
}
