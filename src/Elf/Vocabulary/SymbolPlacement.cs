namespace Elf;

/// <summary>Where a symbol's value counts from: a section, or one of the numbers that name none.</summary>
public enum SymbolPlacement : byte
{
    /// <summary>SHN_UNDEF: defined in another file.</summary>
    Undefined,

    /// <summary>In a section, also one whose number needed the extended index table.</summary>
    Section,

    /// <summary>SHN_ABS: the value is final.</summary>
    Absolute,

    /// <summary>SHN_COMMON: not allocated yet; in a relocatable file the value is the alignment.</summary>
    Common,

    /// <summary>SHN_X86_64_LCOMMON: as <see cref="Common"/>, for large data.</summary>
    LargeCommon,
}
