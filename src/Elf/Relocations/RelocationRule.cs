namespace Elf;

/// <summary>Everything the program knows of one relocation type, one row a type.</summary>
/// <param name="AbiName">Name in the psABI without R_X86_64_.</param>
/// <param name="FieldSize">Bytes of the field, 0 to 16.</param>
/// <param name="Operand">The value to start from; None makes the type unsupported, unless it has no field.</param>
/// <param name="Base">What is subtracted from value + addend.</param>
/// <param name="Range">Results that fit.</param>
internal readonly record struct RelocationRule(
    string AbiName,
    byte FieldSize,
    RelocationOperand Operand = RelocationOperand.None,
    RelocationBase Base = RelocationBase.Zero,
    RelocationRange Range = RelocationRange.Any)
{
    private static readonly RelocationRule[] _rules =
    [
        new("NONE", 0),
        new("64", 8, RelocationOperand.Symbol),
        new("PC32", 4, RelocationOperand.Symbol, RelocationBase.Place, RelocationRange.Signed),
        new("GOT32", 4),
        new("PLT32", 4, RelocationOperand.PltEntry, RelocationBase.Place, RelocationRange.Signed),
        new("COPY", 0),
        new("GLOB_DAT", 8),
        new("JUMP_SLOT", 8),
        new("RELATIVE", 8),
        new("GOTPCREL", 4, RelocationOperand.GotSlot, RelocationBase.Place, RelocationRange.Signed),
        new("32", 4, RelocationOperand.Symbol, RelocationBase.Zero, RelocationRange.Unsigned),
        new("32S", 4, RelocationOperand.Symbol, RelocationBase.Zero, RelocationRange.Signed),
        new("16", 2, RelocationOperand.Symbol, RelocationBase.Zero, RelocationRange.Wrapping),
        new("PC16", 2, RelocationOperand.Symbol, RelocationBase.Place, RelocationRange.Wrapping),
        new("8", 1, RelocationOperand.Symbol, RelocationBase.Zero, RelocationRange.Wrapping),
        new("PC8", 1, RelocationOperand.Symbol, RelocationBase.Place, RelocationRange.Signed),
        new("DTPMOD64", 8),
        new("DTPOFF64", 8),
        new("TPOFF64", 8),
        new("TLSGD", 4),
        new("TLSLD", 4),
        new("DTPOFF32", 4),
        new("GOTTPOFF", 4),
        new("TPOFF32", 4),
        new("PC64", 8, RelocationOperand.Symbol, RelocationBase.Place),
        new("GOTOFF64", 8, RelocationOperand.Symbol, RelocationBase.Got),
        new("GOTPC32", 4, RelocationOperand.GotBase, RelocationBase.Place, RelocationRange.Signed),
        new("GOT64", 8),
        new("GOTPCREL64", 8),
        new("GOTPC64", 8, RelocationOperand.GotBase, RelocationBase.Place),
        new("GOTPLT64", 8),
        new("PLTOFF64", 8),
        new("SIZE32", 4, RelocationOperand.SymbolSize, RelocationBase.Zero, RelocationRange.Unsigned),
        new("SIZE64", 8, RelocationOperand.SymbolSize),
        new("GOTPC32_TLSDESC", 4),
        new("TLSDESC_CALL", 0),
        new("TLSDESC", 16),
        new("IRELATIVE", 8),
        new("RELATIVE64", 8),
        new("PC32_BND", 4),
        new("PLT32_BND", 4),
        new("GOTPCRELX", 4, RelocationOperand.GotSlot, RelocationBase.Place, RelocationRange.Signed),
        new("REX_GOTPCRELX", 4, RelocationOperand.GotSlot, RelocationBase.Place, RelocationRange.Signed),
    ];

    /// <summary>Whether the type has a number that the table knows.</summary>
    public static bool Knows(RelocationType type) => (uint)type < (uint)_rules.Length;

    /// <summary>The rule of a type; of an unknown one, a rule without field and operand.</summary>
    public static RelocationRule Of(RelocationType type) => Knows(type) ? _rules[(int)type] : default;
}
