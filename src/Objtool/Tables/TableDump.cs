using Elf;
using Undwarf;

namespace Objtool.Tables;

/// <summary>Prints the table of a file, one row a line, in the order of the file: <c>.text+4: cfa:bp+16 bp:cfa-16 type:cfa</c>.</summary>
public static class TableDump
{
    /// <summary>
    /// The lines. Relocatable files name section and offset, linked ones the address. None when there is no table or no
    /// symbol table.
    /// </summary>
    /// <exception cref="UndwarfFormatException">The sections do not fit each other.</exception>
    /// <exception cref="ElfFormatException">The file does not hold together.</exception>
    public static IEnumerable<string> Lines(ElfFile file, TableFormat format)
    {
        if (file.Symbols.Count == 0 || file.FindSection(format.EntrySection) is not { } entries || file.FindSection(format.IpSection) is not { } ips)
            yield break;

        var count = format.CountOf(entries.Contents.Length);
        if (ips.Contents.Length != count * TableFormat.IpSize)
            throw new UndwarfFormatException($"{format.IpSection} has {ips.Contents.Length} bytes for {count} rows of {format.EntrySection}");

        for (var i = 0; i < count; i++)
        {
            var entry = format.Decode(entries.Contents[(i * format.EntrySize)..]);
            yield return $"{Where(file, ips, i)}{format.PlaceSeparator}{format.Describe(entry)}";
        }
    }

    private static string Where(ElfFile file, ElfSection ips, int index)
    {
        var offset = index * TableFormat.IpSize;
        if (file.Type != ElfFileType.Relocatable || ips.Relocations.IsEmpty)
            return $"{SelfRelativeIp.Read(ips.Contents[offset..], unchecked(ips.Address + (ulong)offset)):x}";
        if (index >= ips.Relocations.Length || ips.Relocations[index].Offset != (ulong)offset)
            throw new UndwarfFormatException($"row {index}: relocation {index} of {ips.Name} is not the one of its address");

        var relocation = ips.Relocations[index];
        var symbol = file.Symbols[relocation.Symbol];
        return symbol.Type == SymbolType.Section
            ? $"{symbol.Section?.Name}+{relocation.Addend:x}"
            : $"{symbol.Section?.Name}+{unchecked((long)symbol.Value + relocation.Addend):x}";
    }
}
