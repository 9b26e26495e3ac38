using System.Collections.Immutable;
using Elf.Records;

namespace Elf;

/// <summary>
/// An ELF64 little-endian x86-64 file: relocatable, executable or shared. Immutable, and safe to read from several
/// threads. Header tables, section ranges and section names are verified when the file is read; symbols and
/// relocations when they are first asked for.
/// </summary>
public sealed class ElfFile
{
    private readonly FileHeaderRecord _header;
    private readonly ElfSection? _symbolSection;
    private readonly ElfSection? _dynamicSymbolSection;
    private Dictionary<string, ElfSection>? _sectionsByName;
    private ElfSymbolTable? _symbols;
    private ElfSymbolTable? _dynamicSymbols;

    private ElfFile(FileBytes bytes)
    {
        Source = bytes;
        _header = FileIdentification.Read(bytes);
        Tables = HeaderTables.Locate(bytes, _header);
        var sections = SectionReader.Read(this);
        Sections = sections;
        Segments = SegmentReader.Read(bytes, Tables);
        SectionReader.Connect(sections);
        _symbolSection = SectionReader.Only(sections, SectionType.SymbolTable);
        _dynamicSymbolSection = SectionReader.Only(sections, SectionType.DynamicSymbols);
    }

    /// <summary>Reads a whole file into memory. At most 2 GiB.</summary>
    /// <exception cref="ElfFormatException">The content is not such a file.</exception>
    /// <exception cref="IOException">The file is missing, can't be read or is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission, or the path is a directory.</exception>
    public static ElfFile Read(string path) => Read(File.ReadAllBytes(path), path);

    /// <summary>Reads a file from memory, which must not change afterwards: nothing is copied.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ElfFormatException">The bytes are not such a file.</exception>
    public static ElfFile Read(ReadOnlyMemory<byte> bytes, string name) => new(new(bytes, name));

    /// <summary>The path or name it was read under.</summary>
    public string Name => Source.Name;

    public ReadOnlyMemory<byte> Bytes => Source.Memory;

    public ElfFileType Type => (ElfFileType)_header.Type;

    public ElfMachine Machine => (ElfMachine)_header.Machine;

    /// <summary>e_entry: the address where execution starts, 0 if there is none.</summary>
    public ulong Entry => _header.Entry;

    /// <summary>e_flags; the x86-64 psABI defines none.</summary>
    public uint Flags => _header.Flags;

    /// <summary>EI_OSABI: 0 System V, 3 GNU (indirect functions, unique symbols or retained sections occur).</summary>
    public byte OsAbi => _header.OsAbi;

    /// <summary>All sections in file order; number 0 is the null section. Empty if the file has no section headers.</summary>
    public ImmutableArray<ElfSection> Sections { get; }

    /// <summary>All program headers in file order; none in a relocatable file.</summary>
    public ImmutableArray<ElfSegment> Segments { get; }

    /// <summary>The symbols of .symtab; empty if there is none (stripped).</summary>
    /// <exception cref="ElfFormatException">The table is malformed.</exception>
    public ElfSymbolTable Symbols => _symbols ?? Publish(ref _symbols, _symbolSection);

    /// <summary>The symbols of .dynsym; empty if there is none.</summary>
    /// <exception cref="ElfFormatException">The table is malformed.</exception>
    public ElfSymbolTable DynamicSymbols => _dynamicSymbols ?? Publish(ref _dynamicSymbols, _dynamicSymbolSection);

    internal FileBytes Source { get; }

    internal HeaderTables Tables { get; }

    internal ref readonly FileHeaderRecord Header => ref _header;

    internal ElfSection? SymbolSection => _symbolSection;

    internal ElfSection? DynamicSymbolSection => _dynamicSymbolSection;

    /// <summary>The first section of that name, or null. Names need not be unique (COMDAT groups repeat them).</summary>
    public ElfSection? FindSection(string name) => (_sectionsByName ??= IndexByName()).GetValueOrDefault(name);

    /// <summary>The bytes of the file that a segment of this file covers.</summary>
    public ReadOnlyMemory<byte> ContentsOf(in ElfSegment segment) =>
        segment.Type == SegmentType.Null ? default : Source.Slice(segment.Offset, segment.FileSize);

    public override string ToString() => Name;

    /// <summary>All threads get the same table, because symbols are equal only within one.</summary>
    private ElfSymbolTable Publish(ref ElfSymbolTable? place, ElfSection? section)
    {
        var table = ElfSymbolTable.Read(this, section);
        return Interlocked.CompareExchange(ref place, table, null) ?? table;
    }

    private Dictionary<string, ElfSection> IndexByName()
    {
        var index = new Dictionary<string, ElfSection>(Sections.Length);
        foreach (var section in Sections)
            index.TryAdd(section.Name, section);
        return index;
    }
}
