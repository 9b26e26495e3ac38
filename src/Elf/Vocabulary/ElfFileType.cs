namespace Elf;

/// <summary>e_type: the three kinds of file that are read.</summary>
public enum ElfFileType : ushort
{
    /// <summary>ET_REL: symbol values and relocation offsets count from the start of their section.</summary>
    Relocatable = 1,

    /// <summary>ET_EXEC: values and offsets are addresses.</summary>
    Executable = 2,

    /// <summary>ET_DYN, also a position-independent executable: values and offsets are addresses from a base of 0.</summary>
    Shared = 3,
}
