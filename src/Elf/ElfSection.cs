using Elf.Records;

namespace Elf;

/// <summary>One section of an <see cref="ElfFile"/>.</summary>
public sealed class ElfSection
{
    private readonly SectionHeaderRecord _header;
    private ElfSection? _relocationSection;
    private bool _hasSeveralRelocationSections;
    private ElfRelocation[]? _relocationEntries;

    internal ElfSection(ElfFile file, int index, string name, in SectionHeaderRecord header)
    {
        File = file;
        Index = index;
        Name = name;
        _header = header;
    }

    /// <summary>The file it belongs to.</summary>
    public ElfFile File { get; }

    /// <summary>Its number in the section header table.</summary>
    public int Index { get; }

    public string Name { get; }

    public SectionType Type => _header.Type;

    public SectionFlags Flags => _header.Flags;

    /// <summary>sh_addr: 0 in a relocatable file.</summary>
    public ulong Address => _header.Address;

    /// <summary>Where the contents start in the file.</summary>
    public ulong Offset => _header.Offset;

    /// <summary>
    /// Bytes it occupies. For <see cref="SectionType.NoBits"/> these are bytes of memory, have no contents in the file
    /// and are not bounded by the file's length.
    /// </summary>
    public ulong Size => _header.Size;

    /// <summary>sh_link: a section number for most types; tested where it is used.</summary>
    public uint Link => _header.Link;

    /// <summary>sh_info: what it means depends on the type; tested where it is used.</summary>
    public uint Info => _header.Info;

    /// <summary>sh_addralign in bytes: 0 or a power of two; 0 and 1 both mean none.</summary>
    public ulong Alignment => _header.Alignment;

    /// <summary>sh_entsize in bytes, 0 if the section is not a table of equal entries.</summary>
    public ulong EntrySize => _header.EntrySize;

    /// <summary>The bytes in the file; empty for <see cref="SectionType.NoBits"/>.</summary>
    public ReadOnlySpan<byte> Contents => ContentsMemory.Span;

    /// <inheritdoc cref="Contents"/>
    public ReadOnlyMemory<byte> ContentsMemory =>
        _header.HasContents ? File.Source.Slice(_header.Offset, _header.Size) : default;

    /// <summary>The section whose sh_info names this one and which holds its relocations, or null.</summary>
    /// <exception cref="ElfFormatException">Several do, or in a form other than RELA.</exception>
    public ElfSection? RelocationSection
    {
        get
        {
            if (_hasSeveralRelocationSections)
                throw FormatError("more than one section holds its relocations");
            if (_relocationSection is { Type: not SectionType.Rela } other)
                throw other.FormatError($"relocations of type {other.Type}; x86-64 uses RELA (psABI 4.4)");
            return _relocationSection;
        }
    }

    /// <summary>
    /// The relocations that patch this section, in the order of the file; empty if there are none. Each symbol index is
    /// in range. In a relocatable file offsets count from the start of this section and every field lies within
    /// <see cref="Size"/>; in other files they are addresses and not tested.
    /// </summary>
    /// <exception cref="ElfFormatException">The relocations are malformed.</exception>
    public ReadOnlySpan<ElfRelocation> Relocations =>
        RelocationSection is { } holder ? holder.RelocationEntries : default;

    /// <summary>
    /// The relocations that this section of type <see cref="SectionType.Rela"/> holds, also those that name no section
    /// (.rela.dyn). Tested as <see cref="Relocations"/>.
    /// </summary>
    /// <exception cref="ElfFormatException">The relocations are malformed.</exception>
    /// <exception cref="InvalidOperationException">The section is of another type.</exception>
    public ReadOnlySpan<ElfRelocation> RelocationEntries
    {
        get
        {
            if (Type != SectionType.Rela)
                throw new InvalidOperationException($"{Place} is not a relocation section");
            return _relocationEntries ??= RelocationTable.Read(this);
        }
    }

    internal ref readonly SectionHeaderRecord Header => ref _header;

    private string Place => $"section {Index} {ElfName.Quote(Name)} (header at 0x{File.Tables.SectionHeaderAt(Index):x})";

    /// <summary>For those who interpret the contents: an exception to throw when they are wrong as a whole.</summary>
    /// <param name="reason">What was found and, where it helps, what was expected.</param>
    public ElfFormatException FormatError(string reason) => File.Source.Error(Place, reason);

    /// <summary>The same for one entry of the contents.</summary>
    /// <param name="entry">Its kind and number, such as "relocation 3".</param>
    /// <param name="offset">Where it starts in the section; the message states the offset in the file.</param>
    /// <param name="reason">What was found and, where it helps, what was expected.</param>
    public ElfFormatException FormatError(string entry, ulong offset, string reason) =>
        File.Source.Error($"{entry} (0x{unchecked(Offset + offset):x}) of {Place}", reason);

    /// <summary>Number and name as readelf shows them.</summary>
    public override string ToString() => $"[{Index}] {Name}";

    internal void AddRelocationSection(ElfSection holder)
    {
        _hasSeveralRelocationSections |= _relocationSection is not null;
        _relocationSection ??= holder;
    }
}
