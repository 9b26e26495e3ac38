using System.Runtime.InteropServices;
using Elf;
using Objtool.Code;
using Objtool.Diagnostics;
using Undwarf;

namespace Objtool.Tables;

/// <summary>
/// Adds a table to an object file: one section with an address for each row, its relocations, and one with the rows. Until
/// 5.11 they came in this order, since then with the rows first. The addresses are zero in the file; relocation i makes the
/// i-th of them, relative to its own place.
/// </summary>
public static class TableWriter
{
    /// <summary>Adds the sections to <paramref name="editor"/>. Does nothing when there are no rows.</summary>
    /// <param name="editor">Where they go.</param>
    /// <param name="file">The file that is edited.</param>
    /// <param name="format">The version to write.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="replace">Replace a table that the file has already, instead of refusing.</param>
    /// <exception cref="AnalysisException">
    /// The file has a table already, is linked, or has a section that no symbol refers to.
    /// </exception>
    public static void Add(ElfEditor editor, ElfFile file, TableFormat format, IReadOnlyList<PlacedEntry> rows, bool replace = false)
    {
        var existing = file.FindSection(format.EntrySection);
        if (existing is not null && !replace)
        {
            throw new AnalysisException(new(
                DiagnosticKind.AlreadyHasTable, null, $"file already has {format.EntrySection} section, skipping"));
        }

        if (rows.Count == 0)
            return;
        if (file.Type != ElfFileType.Relocatable)
            throw new AnalysisException(new(DiagnosticKind.NotRelocatable, null, "can't write rows into a linked file"));

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

        if (existing is not null)
        {
            Replace(editor, file, format, existing, relocations, entries);
            return;
        }

        var ipSection = Section(format.IpSection, TableFormat.IpSize, new byte[rows.Count * TableFormat.IpSize]);
        var entrySection = Section(format.EntrySection, format.EntrySize, entries);
        if (format.Generation == TableGeneration.SinceLastRow)
            editor.AddSection(entrySection);
        editor.AddRelocationSection(editor.AddSection(ipSection), relocations);
        if (format.Generation == TableGeneration.PerInstruction)
            editor.AddSection(entrySection);
    }

    private static void Replace(
        ElfEditor editor, ElfFile file, TableFormat format, ElfSection entrySection, ElfRelocation[] relocations, byte[] entries)
    {
        if (file.FindSection(format.IpSection) is not { RelocationSection: { } relocationSection } ipSection)
        {
            throw new AnalysisException(new(
                DiagnosticKind.AlreadyHasTable, null, $"{format.EntrySection} can't be replaced: {format.IpSection} or its relocations are missing"));
        }

        editor.ReplaceContents(entrySection, entries);
        editor.ReplaceContents(ipSection, new byte[relocations.Length * TableFormat.IpSize]);
        editor.ReplaceContents(relocationSection, MemoryMarshal.AsBytes<ElfRelocation>(relocations).ToArray());
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
