namespace Elf;

/// <summary>sh_flags (gABI, "Section Attribute Flags"; x86-64 psABI 4.2.1). Bits not listed are kept as they are.</summary>
[Flags]
public enum SectionFlags : ulong
{
    None = 0,
    Write = 0x1,
    Alloc = 0x2,

    /// <summary>SHF_EXECINSTR</summary>
    Execute = 0x4,
    Merge = 0x10,
    Strings = 0x20,

    /// <summary>sh_info is the number of a section.</summary>
    InfoLink = 0x40,
    LinkOrder = 0x80,
    OsNonconforming = 0x100,
    Group = 0x200,
    ThreadLocal = 0x400,

    /// <summary>The contents start with an Elf64_Chdr; they are handed out as they are, compressed.</summary>
    Compressed = 0x800,
    GnuRetain = 0x20_0000,

    /// <summary>SHF_X86_64_LARGE: may lie more than 2 GiB away.</summary>
    Large = 0x1000_0000,
    Exclude = 0x8000_0000,
}
