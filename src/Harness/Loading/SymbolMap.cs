using Elf;

namespace Harness.Loading;

/// <summary>Names code addresses as function+offset, and finds addresses by such names.</summary>
internal sealed class SymbolMap
{
    private const int FunctionRank = 4;

    private readonly List<Entry> _entries = [];

    private readonly record struct Entry(ulong Address, ulong Size, ulong SectionEnd, string Name, int Rank) : IComparable<Entry>
    {
        public int CompareTo(Entry other) =>
            Address != other.Address ? Address.CompareTo(other.Address)
            : Rank != other.Rank ? Rank.CompareTo(other.Rank)
            : string.CompareOrdinal(Name, other.Name);
    }

    public SymbolMap(IReadOnlyList<LoadedObject> objects)
    {
        foreach (var loaded in objects)
        {
            foreach (var symbol in loaded.File.Symbols)
            {
                if (symbol.Section is { } section && section.Flags.HasFlag(SectionFlags.Execute)
                    && symbol.Type is SymbolType.Function or SymbolType.None && loaded.AddressOf(symbol) is { } address)
                {
                    _entries.Add(new Entry(address, symbol.Size, loaded.AddressOf(section) + section.Size, symbol.Name, RankOf(symbol)));
                }
            }
        }

        _entries.Sort();
    }

    /// <summary>The name of an address: <c>main+0x4</c>; the number when its section has no symbol at or before it.</summary>
    public string NameOf(ulong address) => TryFind(address, out var name, out var offset) ? $"{name}+0x{offset:x}" : $"0x{address:x}";

    /// <summary>
    /// The nearest symbol at or before an address of the same section, the section's end included: a call may be the last
    /// instruction there.
    /// </summary>
    public bool TryFind(ulong address, out string name, out ulong offset)
    {
        // The best name of the nearest place at or before the address; ranks ascend within a place.
        (name, offset) = ("", 0);
        var index = _entries.BinarySearch(new Entry(address, 0, 0, "", int.MaxValue));
        index = (index < 0 ? ~index : index) - 1;
        if (index < 0 || address > _entries[index].SectionEnd)
            return false;
        index = FunctionAround(index, address);
        (name, offset) = (_entries[index].Name, address - _entries[index].Address);
        return true;
    }

    /// <summary>Is the code a function's, rather than an entry stub's or a label's?</summary>
    public bool IsInFunction(ulong address)
    {
        var index = _entries.BinarySearch(new Entry(address, 0, 0, "", int.MaxValue));
        index = (index < 0 ? ~index : index) - 1;
        return index >= 0 && _entries[FunctionAround(index, address)] is { Rank: >= FunctionRank } function && address - function.Address < function.Size;
    }

    /// <summary>A label inside a function marks a place for a reader of the source; the place is still the function's.</summary>
    private int FunctionAround(int index, ulong address)
    {
        var sized = index;
        while (sized >= 0 && _entries[sized].Size == 0)
            sized--;
        return sized >= 0 && address - _entries[sized].Address < _entries[sized].Size ? sized : index;
    }

    /// <summary>The address of <c>symbol</c> or <c>symbol+0x12</c>, or null when there is no such symbol.</summary>
    public (ulong Address, ulong Size)? Find(string name)
    {
        foreach (var entry in _entries)
        {
            if (entry.Name == name)
                return (entry.Address, entry.Size);
        }

        return null;
    }

    /// <summary>Functions name code better than labels do, global names better than local ones, short names better than long ones.</summary>
    private static int RankOf(in ElfSymbol symbol) =>
        (symbol.Type == SymbolType.Function ? FunctionRank : 0) + (symbol.Size > 0 ? 2 : 0) + (symbol.Binding == SymbolBinding.Global ? 1 : 0);
}
