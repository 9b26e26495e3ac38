using Elf;
using Objtool.Code;
using Objtool.Diagnostics;
using Undwarf;

namespace Objtool.Tables;

/// <summary>
/// Adds a table to an object file: one section with an address for each row, its relocations, and one with the rows. Until
/// 5.11 they came in this order, since then with the rows first. The addresses are zero in the file; relocation i makes the i-th of them, relative to its own place.
/// </summary>
public static class TableWriter
{
    /// <summary>Adds the sections to <paramref name="editor"/>. Does nothing when there are no rows.</summary>
    /// <exception cref="AnalysisException">The file has a table already, or a section that no symbol refers to.</exception>
    public static void Add(ElfEditor editor, ElfFile file, TableFormat format, IReadOnlyList<PlacedEntry> rows)
    {
        if (file.FindSection(format.EntrySection) is not null)
        {
            throw new AnalysisException(new(
                DiagnosticKind.AlreadyHasTable, null, $"file already has {format.EntrySection} section, skipping"));
        }

        if (rows.Count == 0)
            return;

        var anchors = new RelocationAnchors(file);
        var relocations = new ElfRelocation[rows.Count];
        var entries = new byte[rows.Count * format.EntrySize];
        for (var i = 0; i < rows.Count; i++)
        {
            var anchor = anchors.Of(rows[i].Section);
            relocations[i] = new ElfRelocation(
                (ulong)(i * TableFormat.IpSize), RelocationType.Pc32, anchor.Symbol, rows[i].Offset - (long)anchor.Offset);
            format.Encode(rows[i].Entry, entries.AsSpan(i * format.EntrySize));
        }

        var ipSection = Section(format.IpSection, TableFormat.IpSize, new byte[rows.Count * TableFormat.IpSize]);
        var entrySection = Section(format.EntrySection, format.EntrySize, entries);
        if (format.Generation == TableGeneration.SinceLastRow)
            editor.AddSection(entrySection);
        editor.AddRelocationSection(editor.AddSection(ipSection), relocations);
        if (format.Generation == TableGeneration.PerInstruction)
            editor.AddSection(entrySection);
    }

    private static NewSection Section(string name, int entrySize, byte[] contents) => new()
    {
        Name = name,
        Type = SectionType.ProgBits,
        Flags = SectionFlags.Alloc,
        Alignment = 1,
        EntrySize = (ulong)entrySize,
        Contents = contents,
    };
}
