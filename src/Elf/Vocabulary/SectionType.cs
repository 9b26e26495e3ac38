namespace Elf;

/// <summary>sh_type (gABI, "Section Types"). Any other number may occur: the type is open.</summary>
public enum SectionType : uint
{
    /// <summary>Inactive header without contents; always the type of section 0.</summary>
    Null = 0,
    ProgBits = 1,
    SymbolTable = 2,
    StringTable = 3,
    Rela = 4,
    Hash = 5,
    Dynamic = 6,
    Note = 7,

    /// <summary>Occupies memory but no bytes of the file (.bss).</summary>
    NoBits = 8,

    /// <summary>Relocations that keep their addend in the field. The x86-64 psABI (4.4) uses only <see cref="Rela"/>.</summary>
    Rel = 9,
    DynamicSymbols = 11,
    InitArray = 14,
    FiniArray = 15,
    PreinitArray = 16,
    Group = 17,

    /// <summary>SHT_SYMTAB_SHNDX: the section numbers of symbols that do not fit in their 16 bits.</summary>
    SymbolTableIndices = 18,
    Relr = 19,

    /// <summary>SHT_CREL: compressed relocations, written by recent LLVM on request.</summary>
    Crel = 0x4000_0014,

    /// <summary>SHT_LLVM_ADDRSIG, in every object of clang.</summary>
    LlvmAddressSignificance = 0x6fff_4c03,
    GnuAttributes = 0x6fff_fff5,
    GnuHash = 0x6fff_fff6,
    GnuVersionDefinitions = 0x6fff_fffd,
    GnuVersionNeeds = 0x6fff_fffe,
    GnuVersions = 0x6fff_ffff,

    /// <summary>SHT_X86_64_UNWIND: the type clang gives to .eh_frame (gcc: <see cref="ProgBits"/>).</summary>
    X86Unwind = 0x7000_0001,
}
