using System.Collections;
using System.Runtime.InteropServices;
using Elf.Records;

namespace Elf;

/// <summary>The symbols of .symtab or .dynsym, in file order. Verified as a whole when it is read.</summary>
public sealed class ElfSymbolTable : IReadOnlyList<ElfSymbol>
{
    // Copied out of the file: casting its bytes at every access is slow as long as the JIT has not optimised it.
    private readonly SymbolRecord[] _records;
    private readonly ReadOnlyMemory<byte> _extendedIndices;
    private readonly StringTable _strings;
    private readonly string?[] _names;
    private int[]? _sectionSymbols;
    private Dictionary<string, int>? _byName;

    internal ElfSymbolTable(
        ElfFile file,
        ReadOnlyMemory<byte> records,
        ReadOnlyMemory<byte> extendedIndices,
        StringTable strings,
        int firstNonLocal)
    {
        File = file;
        _records = MemoryMarshal.Cast<byte, SymbolRecord>(records.Span).ToArray();
        _extendedIndices = extendedIndices;
        _strings = strings;
        FirstNonLocal = firstNonLocal;
        _names = new string?[records.Length / SymbolRecord.ByteSize];
    }

    /// <summary>Number of symbols, with the null symbol at 0.</summary>
    public int Count => _names.Length;

    /// <summary>sh_info: the local symbols are those before this index (gABI, "Symbol Table").</summary>
    public int FirstNonLocal { get; }

    internal ElfFile File { get; }

    internal SymbolRecord[] Records => _records;

    /// <exception cref="ArgumentOutOfRangeException">Not in [0, <see cref="Count"/>).</exception>
    public ElfSymbol this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(this, index);
        }
    }

    /// <summary>
    /// The STT_SECTION symbol of a section, or null: clang leaves out those that nothing refers to, and so does gas
    /// since binutils 2.36.
    /// </summary>
    /// <exception cref="ArgumentException">The section belongs to another file.</exception>
    public ElfSymbol? FindSectionSymbol(ElfSection section)
    {
        if (!ReferenceEquals(section.File, File))
            throw new ArgumentException($"{section} belongs to another file", nameof(section));
        var index = (_sectionSymbols ??= IndexSectionSymbols())[section.Index];
        return index != 0 ? this[index] : null;
    }

    /// <summary>
    /// The symbol of that name, or null. Of several the first that is not local wins, as it would in a link; if all are
    /// local, the first. The first call decodes all names.
    /// </summary>
    public ElfSymbol? Find(string name) =>
        (_byName ??= IndexByName()).TryGetValue(name, out var index) ? this[index] : null;

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<ElfSymbol> IEnumerable<ElfSymbol>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static ElfSymbolTable Read(ElfFile file, ElfSection? section) =>
        section is null ? new(file, default, default, default, 0) : SymbolTableReader.Read(section);

    internal string NameOf(int index) => _names[index] ??= _strings[Records[index].Name];

    internal int SectionIndexOf(int index)
    {
        var section = Records[index].Section;
        return section == ReservedIndex.Escape
            ? (int)MemoryMarshal.Cast<byte, uint>(_extendedIndices.Span)[index]
            : section;
    }

    private int[] IndexSectionSymbols()
    {
        var symbols = new int[File.Sections.Length];
        var records = Records;
        for (var i = records.Length - 1; i > 0; i--)
        {
            if (records[i].Type == SymbolType.Section && this[i].Section is { } section)
                symbols[section.Index] = i;
        }

        return symbols;
    }

    private Dictionary<string, int> IndexByName()
    {
        var index = new Dictionary<string, int>(Count);
        var records = Records;
        for (var i = 1; i < records.Length; i++)
        {
            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(index, NameOf(i), out var exists);
            if (!exists || (records[found].Binding == SymbolBinding.Local && records[i].Binding != SymbolBinding.Local))
                found = i;
        }

        return index;
    }

    /// <summary>Walks the table without allocating.</summary>
    public struct Enumerator : IEnumerator<ElfSymbol>
    {
        private readonly ElfSymbolTable _table;
        private int _index;

        internal Enumerator(ElfSymbolTable table)
        {
            _table = table;
            _index = -1;
        }

        public readonly ElfSymbol Current => new(_table, _index);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < _table.Count;

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
