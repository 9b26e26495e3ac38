namespace Elf;

/// <summary>e_machine, as far as a message needs a name; files of any machine but x86-64 are refused.</summary>
public enum ElfMachine : ushort
{
    None = 0,
    Sparc = 2,
    I386 = 3,
    M68k = 4,
    Mips = 8,
    Parisc = 15,
    PowerPC = 20,
    PowerPC64 = 21,
    S390 = 22,
    Arm = 40,
    SuperH = 42,
    Sparc64 = 43,
    Ia64 = 50,

    /// <summary>EM_X86_64</summary>
    X64 = 62,
    Arm64 = 183,
    Arc = 195,
    RiscV = 243,
    Bpf = 247,
    CSky = 252,
    LoongArch = 258,
}
