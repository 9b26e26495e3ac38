using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Elf.Records;

namespace Elf;

/// <summary>An edited file as decided by the layout, before a byte of it exists: all headers, and what lies where.</summary>
internal sealed class EditedImage
{
    private readonly ElfFile _file;
    private readonly int _keptLength;
    private readonly ElfLayout _layout;
    private readonly SectionHeaderRecord[] _headers;
    private readonly SortedDictionary<int, ReadOnlyMemory<byte>> _contents;

    private EditedImage(
        ElfFile file,
        ulong keptLength,
        ElfLayout layout,
        SectionHeaderRecord[] headers,
        SortedDictionary<int, ReadOnlyMemory<byte>> contents)
    {
        _file = file;
        _keptLength = (int)keptLength;
        _layout = layout;
        _headers = headers;
        _contents = contents;
    }

    /// <summary>First phase: names, then places, then headers.</summary>
    /// <param name="file">The file to edit.</param>
    /// <param name="added">Sections after the existing ones.</param>
    /// <param name="replaced">New contents of existing sections by number.</param>
    public static EditedImage Plan(
        ElfFile file, IReadOnlyList<NewSection> added, IReadOnlyDictionary<int, ReadOnlyMemory<byte>> replaced)
    {
        var contents = new SortedDictionary<int, ReadOnlyMemory<byte>>();
        foreach (var (index, bytes) in replaced)
            contents.Add(index, bytes);

        var headers = new SectionHeaderRecord[file.Sections.Length + added.Count];
        for (var i = 0; i < file.Sections.Length; i++)
            headers[i] = file.Sections[i].Header;

        var names = new StringTableBuilder(file.Sections[file.Tables.SectionNamesIndex].Contents);
        for (var i = 0; i < added.Count; i++)
        {
            headers[file.Sections.Length + i] = HeaderOf(added[i], names.Add(added[i].Name));
            contents.Add(file.Sections.Length + i, added[i].Contents);
        }

        if (added.Count != 0)
            contents.Add(file.Tables.SectionNamesIndex, names.Contents);
        return Place(file, headers, contents);
    }

    /// <summary>Second phase.</summary>
    public byte[] Write()
    {
        var image = new byte[_layout.FileSize];
        _file.Bytes.Span[.._keptLength].CopyTo(image);
        foreach (var (index, bytes) in _contents)
        {
            if (index < _file.Sections.Length && _headers[index].Offset == _file.Sections[index].Offset)
                ClearOld(image, _file.Sections[index]);
            bytes.Span.CopyTo(image.AsSpan((int)_headers[index].Offset));
        }

        MemoryMarshal.AsBytes(_headers).CopyTo(image.AsSpan((int)_layout.SectionHeadersOffset));
        MemoryMarshal.Write(image, _file.Header with
        {
            SectionHeaderOffset = _layout.SectionHeadersOffset,
            SectionHeaderCount = IsCountEscaped(_headers.Length) ? (ushort)0 : (ushort)_headers.Length,
        });
        return image;
    }

    private static EditedImage Place(
        ElfFile file, SectionHeaderRecord[] headers, SortedDictionary<int, ReadOnlyMemory<byte>> contents)
    {
        // The names last, so that the next edit finds them at the end again and can drop them.
        var placed = contents.Keys
            .Where(i => Moves(file, i, contents))
            .OrderBy(i => i == file.Tables.SectionNamesIndex)
            .ToImmutableArray();
        var blocks = placed.Select(i => new LayoutBlock((ulong)contents[i].Length, headers[i].Alignment)).ToArray();
        var kept = KeptLength(file, contents);
        var layout = ElfLayout.After(kept, blocks, headers.Length);

        foreach (var (index, bytes) in contents)
            headers[index] = headers[index] with { Size = (ulong)bytes.Length };
        for (var i = 0; i < placed.Length; i++)
            headers[placed[i]] = headers[placed[i]] with { Offset = layout.Offsets[i] };
        // Too many for the ELF header: the count goes where gABI (e_shnum) says. The null section has no other use for it.
        if (IsCountEscaped(headers.Length))
            headers[0] = headers[0] with { Size = (ulong)headers.Length };
        return new(file, kept, layout, headers, contents);
    }

    /// <summary>Whether a section needs a place at the end: it is new, or its new contents do not fit the old place.</summary>
    private static bool Moves(ElfFile file, int index, SortedDictionary<int, ReadOnlyMemory<byte>> contents) =>
        index >= file.Sections.Length
        || (contents.TryGetValue(index, out var bytes) && (ulong)bytes.Length > file.Sections[index].Size);

    private static bool IsCountEscaped(int sectionCount) => sectionCount >= ReservedIndex.First;

    /// <summary>
    /// How much of the file stays. Assemblers and linkers end it with names and section headers, both of which are
    /// written anew: keeping the old ones would make the file longer with every edit. Whatever follows the section
    /// headers (a module's signature) is unknown to us and stays.
    /// </summary>
    private static ulong KeptLength(ElfFile file, SortedDictionary<int, ReadOnlyMemory<byte>> contents)
    {
        var tables = file.Tables;
        if (tables.SectionsOffset + tables.SectionsSize != file.Source.Length)
            return file.Source.Length;

        var end = Math.Max(FileHeaderRecord.ByteSize, tables.SegmentsOffset + tables.SegmentsSize);
        foreach (var section in file.Sections)
        {
            if (section.Header.HasContents && !Moves(file, section.Index, contents))
                end = Math.Max(end, section.Offset + section.Size);
        }

        foreach (var segment in file.Segments)
        {
            if (segment.Type != SegmentType.Null)
                end = Math.Max(end, segment.Offset + segment.FileSize);
        }

        return end;
    }

    private static SectionHeaderRecord HeaderOf(NewSection section, uint name) => new(
        name,
        section.Type,
        section.Flags,
        Address: 0,
        Offset: 0,
        Size: 0,
        section.Link,
        section.Info,
        section.Alignment,
        section.EntrySize);

    private static void ClearOld(byte[] image, ElfSection section) =>
        image.AsSpan((int)section.Offset, (int)section.Size).Clear();
}
