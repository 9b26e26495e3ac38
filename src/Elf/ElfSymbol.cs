using Elf.Records;

namespace Elf;

/// <summary>
/// One symbol: a place in an <see cref="ElfSymbolTable"/>, which has been verified, so that no property throws. Two
/// are equal if they are the same entry of the same table.
/// </summary>
public readonly record struct ElfSymbol
{
    private readonly ElfSymbolTable _table;

    internal ElfSymbol(ElfSymbolTable table, int index)
    {
        _table = table;
        Index = index;
    }

    /// <summary>Its number in the symbol table; number 0 is the undefined symbol without a name.</summary>
    public int Index { get; }

    /// <summary>The name in the string table; empty for most section symbols. Bytes that are not UTF-8 become U+FFFD.</summary>
    public string Name => _table.NameOf(Index);

    /// <summary>
    /// Relocatable file: offset in <see cref="Section"/>, or the alignment of a common symbol. Other files: address.
    /// </summary>
    public ulong Value => Record.Value;

    /// <summary>Bytes of the object or function, 0 if unknown.</summary>
    public ulong Size => Record.Size;

    public SymbolType Type => Record.Type;

    public SymbolBinding Binding => Record.Binding;

    public SymbolVisibility Visibility => Record.Visibility;

    /// <summary>What <see cref="Value"/> counts from.</summary>
    public SymbolPlacement Placement => Record.Section switch
    {
        ReservedIndex.Undefined => SymbolPlacement.Undefined,
        ReservedIndex.Absolute => SymbolPlacement.Absolute,
        ReservedIndex.Common => SymbolPlacement.Common,
        ReservedIndex.LargeCommon => SymbolPlacement.LargeCommon,
        _ => SymbolPlacement.Section,
    };

    /// <summary>The section it is in; null unless <see cref="Placement"/> is <see cref="SymbolPlacement.Section"/>.</summary>
    public ElfSection? Section =>
        Placement == SymbolPlacement.Section ? _table.File.Sections[_table.SectionIndexOf(Index)] : null;

    private ref readonly SymbolRecord Record => ref _table.Records[Index];

    /// <summary>The number and the name, or for a section symbol the section's name.</summary>
    public override string ToString() => $"[{Index}] {(Type == SymbolType.Section ? Section?.Name : Name)}";
}
