using System.Numerics;
using System.Runtime.InteropServices;

namespace Elf;

/// <summary>
/// Adds sections to a file and replaces the contents of others, leaving all else as it is: the contents of every other
/// section keep their bytes and file offsets, sections their numbers, symbols and relocations their meaning. The
/// section name table grows, and with it the symbol names if they share one section (clang).
/// </summary>
public sealed class ElfEditor
{
    private readonly ElfFile _file;
    private readonly List<NewSection> _added = [];
    private readonly SortedDictionary<int, ReadOnlyMemory<byte>> _replaced = [];

    /// <exception cref="ElfFormatException">The file has no section names, so there is nothing to add to.</exception>
    public ElfEditor(ElfFile file)
    {
        if (file.Tables.SectionNamesIndex == 0)
            throw file.Source.Error("ELF header (0x0)", "no section name table (e_shstrndx is 0): sections can't be added or changed");
        _file = file;
    }

    private int SectionCount => _file.Sections.Length + _added.Count;

    /// <summary>Adds a section after all others.</summary>
    /// <returns>Its section number.</returns>
    /// <exception cref="ArgumentException">The values contradict each other or name a section that does not exist.</exception>
    public int AddSection(NewSection section)
    {
        if (Fault(section) is { } fault)
            throw new ArgumentException($"section {ElfName.Quote(section.Name)}: {fault}", nameof(section));
        _added.Add(section);
        return SectionCount - 1;
    }

    /// <summary>Adds the relocations of a section that has none: ".rela" before its name, linked to .symtab.</summary>
    /// <param name="target">Number of a section of the file or of one added before.</param>
    /// <param name="relocations">Symbols by number in .symtab; every field lies within the section.</param>
    /// <returns>The section number of the relocations.</returns>
    /// <exception cref="ElfFormatException">The file has no symbol table, or a malformed one.</exception>
    /// <exception cref="ArgumentException">A relocation is out of range, or the section has relocations already.</exception>
    public int AddRelocationSection(int target, ReadOnlySpan<ElfRelocation> relocations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(target);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(target, SectionCount);
        if (_file.SymbolSection is not { } symbols)
            throw _file.Source.Error("section header table", "no symbol table: relocations have nothing to refer to");

        var (name, size) = target < _file.Sections.Length
            ? (_file.Sections[target].Name, SizeOf(_file.Sections[target]))
            : (_added[target - _file.Sections.Length].Name, (ulong)_added[target - _file.Sections.Length].Contents.Length);
        if (HasRelocations(target))
            throw new ArgumentException($"section {ElfName.Quote(name)} has relocations already", nameof(target));
        VerifyRange(relocations, size);

        return AddSection(new()
        {
            Name = ".rela" + name,
            Type = SectionType.Rela,
            Flags = SectionFlags.InfoLink,
            Alignment = sizeof(ulong),
            EntrySize = ElfRelocation.ByteSize,
            Link = (uint)symbols.Index,
            Info = (uint)target,
            Contents = MemoryMarshal.AsBytes(relocations).ToArray(),
        });
    }

    /// <summary>
    /// Gives a section of the file other contents. They stay in place if they fit there (what is left over becomes
    /// zero) and go to the end of the file otherwise. What refers into the section is not looked at.
    /// </summary>
    /// <param name="section">A section of this file with contents, other than the section name table.</param>
    /// <param name="contents">Not copied before <see cref="Build"/>.</param>
    /// <exception cref="ArgumentException">
    /// Another kind of section, or a loaded section of a linked file, whose size is fixed by the addresses around it.
    /// </exception>
    public void ReplaceContents(ElfSection section, ReadOnlyMemory<byte> contents)
    {
        if (!ReferenceEquals(section.File, _file))
            throw new ArgumentException($"{section} belongs to another file", nameof(section));
        if (!section.Header.HasContents)
            throw new ArgumentException($"{section} has no contents in the file", nameof(section));
        if (section.Index == _file.Tables.SectionNamesIndex)
            throw new ArgumentException($"{section} holds the section names, which the editor writes", nameof(section));
        if (!_file.Segments.IsEmpty && section.Flags.HasFlag(SectionFlags.Alloc) && (ulong)contents.Length != section.Size)
            throw new ArgumentException($"{section} is loaded: its size must stay 0x{section.Size:x}", nameof(contents));
        _replaced[section.Index] = contents;
    }

    /// <summary>The edited file.</summary>
    public byte[] Build() => EditedImage.Plan(_file, _added, _replaced).Write();

    /// <summary>
    /// Writes the edited file so that a reader sees either the old or the new one, never a part: a temporary file in the
    /// same directory takes over the mode bits and is renamed over the target. A symbolic link is followed. The
    /// target becomes a new inode, owned by the caller, and other hard links keep the old content. Not flushed to the disk.
    /// </summary>
    /// <exception cref="IOException">The target can't be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission; the target is as it was.</exception>
    public void Save(string path) => FileReplacement.Write(path, Build());

    private string? Fault(NewSection section)
    {
        if (section.Name.Contains('\0'))
            return "the name holds a NUL";
        if (section.Type is SectionType.Null or SectionType.NoBits)
            return $"type {section.Type} has no contents";
        if (section.Alignment != 0 && !BitOperations.IsPow2(section.Alignment))
            return $"alignment 0x{section.Alignment:x} is not a power of two";
        if (section.EntrySize != 0 && (ulong)section.Contents.Length % section.EntrySize != 0)
            return $"0x{section.Contents.Length:x} bytes are not a multiple of the entry size {section.EntrySize}";
        if (section.Link >= (uint)SectionCount)
            return $"link is section {section.Link}, there are {SectionCount} sections";
        if (section.Flags.HasFlag(SectionFlags.InfoLink) && section.Info >= (uint)SectionCount)
            return $"info is section {section.Info}, there are {SectionCount} sections";
        return null;
    }

    private ulong SizeOf(ElfSection section) =>
        _replaced.TryGetValue(section.Index, out var contents) ? (ulong)contents.Length : section.Size;

    private bool HasRelocations(int target) =>
        (target < _file.Sections.Length && _file.Sections[target].RelocationSection is not null)
        || _added.Exists(added => added.Type == SectionType.Rela && added.Info == (uint)target);

    private void VerifyRange(ReadOnlySpan<ElfRelocation> relocations, ulong targetSize)
    {
        var symbols = (ulong)_file.Symbols.Count;
        for (var i = 0; i < relocations.Length; i++)
        {
            var (offset, width) = (relocations[i].Offset, (ulong)relocations[i].Type.FieldSize);
            var symbol = relocations[i].Info >> 32;
            if (symbol >= symbols)
                throw new ArgumentException($"relocation {i}: symbol {symbol} of a table of {symbols}", nameof(relocations));
            if (offset > targetSize || width > targetSize - offset)
            {
                throw new ArgumentException(
                    $"relocation {i}: field [0x{offset:x}, +{width}) lies outside 0x{targetSize:x} bytes", nameof(relocations));
            }
        }
    }
}
