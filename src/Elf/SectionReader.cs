using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Elf.Records;

namespace Elf;

/// <summary>Reads the section header table and verifies what needs no section's contents but the names'.</summary>
internal static class SectionReader
{
    public static ImmutableArray<ElfSection> Read(ElfFile file)
    {
        var headers = Headers(file);
        if (!headers.IsEmpty && headers[0].Type != SectionType.Null)
            throw file.Source.Error(Place(file, 0), $"section 0 must be the null section, has type {headers[0].Type}");
        for (var i = 0; i < headers.Length; i++)
        {
            if (Fault(file, headers[i]) is { } fault)
                throw file.Source.Error(Place(file, i), fault);
        }

        RefuseOverlaps(file, headers);
        return Create(file, headers);
    }

    /// <summary>Tells each section which section holds its relocations.</summary>
    public static void Connect(ImmutableArray<ElfSection> sections)
    {
        foreach (var holder in sections)
        {
            if (holder.Type is not (SectionType.Rela or SectionType.Rel or SectionType.Crel) || holder.Info == 0)
                continue;
            if (holder.Info >= (uint)sections.Length)
                throw holder.FormatError($"relocates section {holder.Info} (sh_info), there are {sections.Length} sections");
            if (holder.Info == (uint)holder.Index)
                throw holder.FormatError("relocates itself (sh_info)");
            sections[(int)holder.Info].AddRelocationSection(holder);
        }
    }

    /// <summary>The section of a type of which a file may have only one (gABI, sh_type), or null.</summary>
    public static ElfSection? Only(ImmutableArray<ElfSection> sections, SectionType type)
    {
        ElfSection? only = null;
        foreach (var section in sections)
        {
            if (section.Type != type)
                continue;
            if (only is not null)
                throw section.FormatError($"a second section of type {type}, the first is section {only.Index}");
            only = section;
        }

        return only;
    }

    private static ReadOnlySpan<SectionHeaderRecord> Headers(ElfFile file) =>
        MemoryMarshal.Cast<byte, SectionHeaderRecord>(
            file.Source.Slice(file.Tables.SectionsOffset, file.Tables.SectionsSize).Span);

    private static string? Fault(ElfFile file, in SectionHeaderRecord header)
    {
        if (header.HasContents && !file.Source.Holds(header.Offset, header.Size))
            return file.Source.FaultOf(header.Offset, header.Size);
        if (header.Alignment != 0 && !BitOperations.IsPow2(header.Alignment))
            return $"alignment 0x{header.Alignment:x} is not a power of two";
        return null;
    }

    private static void RefuseOverlaps(ElfFile file, ReadOnlySpan<SectionHeaderRecord> headers)
    {
        var extents = new List<FileExtent>(headers.Length + 3);
        Add(0, FileHeaderRecord.ByteSize, FileExtent.FileHeader);
        Add(file.Tables.SectionsOffset, file.Tables.SectionsSize, FileExtent.SectionHeaders);
        Add(file.Tables.SegmentsOffset, file.Tables.SegmentsSize, FileExtent.SegmentHeaders);
        for (var i = 0; i < headers.Length; i++)
        {
            if (headers[i].HasContents)
                Add(headers[i].Offset, headers[i].Size, i);
        }

        if (FileExtent.FindOverlap(CollectionsMarshal.AsSpan(extents)) is not var (first, second))
            return;
        throw file.Source.Error(
            Owner(file, second),
            $"[0x{second.Start:x}, 0x{second.End:x}) overlaps [0x{first.Start:x}, 0x{first.End:x}) of {Owner(file, first)}");

        void Add(ulong offset, ulong size, int owner)
        {
            if (size != 0)
                extents.Add(new(offset, offset + size, owner));
        }
    }

    private static ImmutableArray<ElfSection> Create(ElfFile file, ReadOnlySpan<SectionHeaderRecord> headers)
    {
        var sections = new ElfSection[headers.Length];
        var index = file.Tables.SectionNamesIndex;
        if (index == 0)
        {
            for (var i = 0; i < sections.Length; i++)
                sections[i] = new(file, i, "", headers[i]);
            return ImmutableCollectionsMarshal.AsImmutableArray(sections);
        }

        var names = StringTable.Of(new(file, index, "", headers[index]));
        var total = 0UL;
        for (var i = 0; i < sections.Length; i++)
        {
            var (name, size) = (headers[i].Name, headers[index].Size);
            if (!names.Holds(name))
                throw file.Source.Error(Place(file, i), $"name at 0x{name:x} lies outside the section name table of 0x{size:x} bytes");
            if (!names.Measure(name, file.Source.Length, ref total))
                throw file.Source.Error(Place(file, i), "section names share so many bytes that the file must be hostile");
            sections[i] = new(file, i, names[name], headers[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(sections);
    }

    private static string Owner(ElfFile file, FileExtent extent) => extent.Owner switch
    {
        FileExtent.FileHeader => "ELF header (0x0)",
        FileExtent.SectionHeaders => $"section header table (0x{extent.Start:x})",
        FileExtent.SegmentHeaders => $"program header table (0x{extent.Start:x})",
        _ => Place(file, extent.Owner),
    };

    private static string Place(ElfFile file, int index) =>
        $"section {index} (header at 0x{file.Tables.SectionHeaderAt(index):x})";
}
