using Elf.Records;

namespace Elf;

/// <summary>
/// Where the two header tables are and how many entries they have. Counts too large for the ELF header's 16 bits are
/// kept in section 0 (gABI, e_phnum, e_shnum and e_shstrndx). A table without entries has count 0.
/// </summary>
internal readonly record struct HeaderTables(
    ulong SectionsOffset,
    int SectionCount,
    int SectionNamesIndex,
    ulong SegmentsOffset,
    int SegmentCount)
{
    public ulong SectionsSize => (ulong)SectionCount * SectionHeaderRecord.ByteSize;

    public ulong SegmentsSize => (ulong)SegmentCount * ElfSegment.ByteSize;

    /// <summary>File offset of a section's header.</summary>
    public ulong SectionHeaderAt(int index) => SectionsOffset + ((ulong)index * SectionHeaderRecord.ByteSize);

    /// <exception cref="ElfFormatException">A table is not wholly in the file, or its counts make no sense.</exception>
    public static HeaderTables Locate(FileBytes bytes, in FileHeaderRecord header)
    {
        var first = FirstSectionHeader(bytes, header);
        var sections = SectionCountOf(bytes, header, first);
        var segments = header.ProgramHeaderCount == FileHeaderRecord.ProgramHeaderCountEscape
            ? first.Info
            : header.ProgramHeaderCount;
        if (segments != 0 && header.ProgramHeaderSize != ElfSegment.ByteSize)
            throw Error(bytes, $"program header size (e_phentsize) is {header.ProgramHeaderSize}, must be {ElfSegment.ByteSize}");

        RequireInFile(bytes, "section header table", header.SectionHeaderOffset, sections, SectionHeaderRecord.ByteSize);
        RequireInFile(bytes, "program header table", header.ProgramHeaderOffset, segments, ElfSegment.ByteSize);
        return new(
            header.SectionHeaderOffset,
            (int)sections,
            NamesIndexOf(bytes, header, first, sections),
            header.ProgramHeaderOffset,
            (int)segments);
    }

    private static SectionHeaderRecord FirstSectionHeader(FileBytes bytes, in FileHeaderRecord header)
    {
        if (header.SectionHeaderOffset == 0)
            return default;
        if (header.SectionHeaderSize != SectionHeaderRecord.ByteSize)
            throw Error(bytes, $"section header size (e_shentsize) is {header.SectionHeaderSize}, must be {SectionHeaderRecord.ByteSize}");
        RequireInFile(bytes, "section header table", header.SectionHeaderOffset, 1, SectionHeaderRecord.ByteSize);
        return bytes.Read<SectionHeaderRecord>(header.SectionHeaderOffset);
    }

    private static ulong SectionCountOf(FileBytes bytes, in FileHeaderRecord header, in SectionHeaderRecord first)
    {
        if (header.SectionHeaderOffset == 0)
        {
            return header.SectionHeaderCount == 0
                ? 0UL
                : throw Error(bytes, $"{header.SectionHeaderCount} section headers (e_shnum) but no table (e_shoff is 0)");
        }

        if (header.SectionHeaderCount >= ReservedIndex.First)
            throw Error(bytes, $"section header count (e_shnum) 0x{header.SectionHeaderCount:x} is in the reserved range");
        if (header.SectionHeaderCount != 0)
            return header.SectionHeaderCount;
        return first.Size != 0
            ? first.Size
            : throw Error(bytes, $"a section header table at 0x{header.SectionHeaderOffset:x} but no entries (e_shnum is 0)");
    }

    private static int NamesIndexOf(FileBytes bytes, in FileHeaderRecord header, in SectionHeaderRecord first, ulong sections)
    {
        ulong index = header.SectionNamesIndex == ReservedIndex.Escape ? first.Link : header.SectionNamesIndex;
        return index < Math.Max(sections, 1)
            ? (int)index
            : throw Error(bytes, $"section name table (e_shstrndx) is section {index}, there are {sections} sections");
    }

    private static void RequireInFile(FileBytes bytes, string table, ulong offset, ulong count, ulong entrySize)
    {
        // Dividing keeps a count of 2^60 from wrapping; nothing is allocated before this holds.
        if (count <= bytes.Length / entrySize && bytes.Holds(offset, count * entrySize))
            return;
        throw bytes.Error(
            $"{table} (0x{offset:x})",
            $"{count} entries of {entrySize} bytes reach beyond the end of the file at 0x{bytes.Length:x}: truncated or damaged");
    }

    private static ElfFormatException Error(FileBytes bytes, string reason) => bytes.Error("ELF header (0x0)", reason);
}
