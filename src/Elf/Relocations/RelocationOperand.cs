namespace Elf;

/// <summary>What the caller of <see cref="RelocationApplier"/> passes as the value of a relocation.</summary>
public enum RelocationOperand : byte
{
    /// <summary>The type has no field, or it can't be applied.</summary>
    None,

    /// <summary>S: address of the symbol.</summary>
    Symbol,

    /// <summary>L: address of the symbol's PLT entry, or of the symbol itself if that is in reach.</summary>
    PltEntry,

    /// <summary>G + GOT: address of the 8-byte slot that holds the symbol's address.</summary>
    GotSlot,

    /// <summary>GOT: address of the GOT (of _GLOBAL_OFFSET_TABLE_).</summary>
    GotBase,

    /// <summary>Z: size of the symbol in bytes.</summary>
    SymbolSize,
}
