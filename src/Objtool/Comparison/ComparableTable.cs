using Elf;
using Objtool.Tables;
using Undwarf;

namespace Objtool.Comparison;

/// <summary>The rows of a table by section, sorted as an unwinder sorts them.</summary>
public sealed class ComparableTable
{
    private readonly SortedDictionary<string, List<(ulong Offset, UndwarfEntry Entry)>> _sections = new(StringComparer.Ordinal);

    /// <summary>The sections that have rows, by name. In a linked file all rows are in one without a name.</summary>
    public IReadOnlyCollection<string> Sections => _sections.Keys;

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows of a section, ascending; of several at one place the one that counts is last.</summary>
    public IReadOnlyList<(ulong Offset, UndwarfEntry Entry)> this[string section] =>
        _sections.TryGetValue(section, out var rows) ? rows : [];

    /// <summary>The table that a file holds.</summary>
    public static ComparableTable Of(IEnumerable<FileRow> rows) => Of(rows.Select(row => (row.Section, row.Offset, row.Entry)));

    /// <summary>A table that was generated.</summary>
    public static ComparableTable Of(IEnumerable<PlacedEntry> rows) => Of(rows.Select(row => ((ElfSection?)row.Section.Section, (ulong)row.Offset, row.Entry)));

    private static ComparableTable Of(IEnumerable<(ElfSection? Section, ulong Offset, UndwarfEntry Entry)> rows)
    {
        var table = new ComparableTable();
        foreach (var group in rows.GroupBy(row => row.Section))
        {
            // Sections of one name, as -ffunction-sections makes them in COMDAT groups, are taken in their order.
            var name = group.Key?.Name ?? "";
            for (var i = 2; table._sections.ContainsKey(name); i++)
                name = $"{group.Key?.Name}#{i}";

            var sorted = group
                .OrderBy(row => row.Offset)
                .ThenBy(row => row.Entry.IsWeak ? 0 : 1)
                .Select(row => (row.Offset, row.Entry))
                .ToList();
            table._sections.Add(name, sorted);
            table.Count += sorted.Count;
        }

        return table;
    }
}
