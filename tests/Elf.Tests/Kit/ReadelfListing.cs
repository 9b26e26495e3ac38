using System.Globalization;
using System.Text.RegularExpressions;

namespace Elf.Tests.Kit;

/// <summary>What `readelf -SsrW` says of a file, as tables.</summary>
internal sealed partial class ReadelfListing
{
    public List<SectionRow> Sections { get; } = [];

    /// <summary>By the name of the table.</summary>
    public Dictionary<string, List<SymbolRow>> Symbols { get; } = [];

    /// <summary>By the name of the relocation section.</summary>
    public Dictionary<string, List<RelocationRow>> Relocations { get; } = [];

    public static ReadelfListing Of(string path) => Parse(Tool.Try("readelf", "-SsrW", path).Output);

    public static ReadelfListing Parse(string text)
    {
        var listing = new ReadelfListing();
        List<SymbolRow>? symbols = null;
        List<RelocationRow>? relocations = null;
        foreach (var line in text.Split('\n'))
        {
            if (TableTitle().Match(line) is { Success: true } title)
            {
                symbols = title.Groups["kind"].Value == "Symbol table" ? listing.Symbols[title.Groups["name"].Value] = [] : null;
                relocations = symbols is null ? listing.Relocations[title.Groups["name"].Value] = [] : null;
            }
            else if (SectionLine().Match(line) is { Success: true } section)
            {
                listing.Sections.Add(SectionRow.Of(section.Groups));
            }
            else if (symbols is not null && SymbolLine().Match(line) is { Success: true } symbol)
            {
                symbols.Add(SymbolRow.Of(symbol.Groups));
            }
            else if (relocations is not null && RelocationLine().Match(line) is { Success: true } relocation)
            {
                relocations.Add(RelocationRow.Of(relocation.Groups));
            }
        }

        return listing;
    }

    private static ulong Hex(Group group) => ulong.Parse(group.Value, NumberStyles.HexNumber, null);

    [GeneratedRegex(@"^(?<kind>Symbol table|Relocation section) '(?<name>.*)' .*contains (?<count>\d+) entr")]
    private static partial Regex TableTitle();

    [GeneratedRegex(@"^  \[ *(?<n>\d+)\] (?<name>\S*)\s+(?<type>SYMTAB SECTION INDICES|[A-Z][\w+]*(: <unknown>)?)\s+(?<addr>[0-9a-f]{16}) (?<off>[0-9a-f]{6,}) (?<size>[0-9a-f]{6,}) (?<es>[0-9a-f]{2,})\s+(?<flags>[A-Za-z]*)\s+(?<link>\d+)\s+(?<info>\d+)\s+(?<align>\d+)$")]
    private static partial Regex SectionLine();

    [GeneratedRegex(@"^ *(?<n>\d+): (?<value>[0-9a-f]{16}) +(?<size>\d+|0x[0-9a-f]+) (?<type>\S+) +(?<bind>\S+) +(?<vis>\S+) +(\[.*\] +)?(?<ndx>\S+)( (?<name>.*))?$")]
    private static partial Regex SymbolLine();

    [GeneratedRegex(@"^(?<off>[0-9a-f]{16})  (?<info>[0-9a-f]{16}) (?<type>\S+|unrecognized: \S+) +(.* (?<sign>[+-]) )?(?<addend>[0-9a-f]+)$")]
    private static partial Regex RelocationLine();

    public sealed record SectionRow(
        int Index, string Name, string Type, ulong Address, ulong Offset, ulong Size, ulong EntrySize, string Flags, uint Link, uint Info, ulong Alignment)
    {
        public static SectionRow Of(GroupCollection g) => new(
            int.Parse(g["n"].Value, null),
            g["name"].Value,
            g["type"].Value,
            Hex(g["addr"]),
            Hex(g["off"]),
            Hex(g["size"]),
            Hex(g["es"]),
            g["flags"].Value,
            uint.Parse(g["link"].Value, null),
            uint.Parse(g["info"].Value, null),
            ulong.Parse(g["align"].Value, null));
    }

    public sealed record SymbolRow(int Index, ulong Value, ulong Size, string Type, string Binding, string Visibility, string Section, string Name)
    {
        public static SymbolRow Of(GroupCollection g) => new(
            int.Parse(g["n"].Value, null),
            Hex(g["value"]),
            g["size"].Value is ['0', 'x', .. var hex] ? ulong.Parse(hex, NumberStyles.HexNumber, null) : ulong.Parse(g["size"].Value, null),
            g["type"].Value,
            g["bind"].Value,
            g["vis"].Value,
            g["ndx"].Value,
            g["name"].Value);
    }

    public sealed record RelocationRow(ulong Offset, ulong Info, string Type, long Addend)
    {
        public static RelocationRow Of(GroupCollection g) => new(
            Hex(g["off"]),
            Hex(g["info"]),
            g["type"].Value,
            unchecked((long)Hex(g["addend"]) * (g["sign"].Value.Equals("-", StringComparison.Ordinal) ? -1 : 1)));
    }
}
