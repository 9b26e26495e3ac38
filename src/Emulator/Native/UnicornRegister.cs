namespace Emulator.Native;

/// <summary>Unicorn's register numbers (<c>uc_x86_reg</c> in unicorn/x86.h), as far as they are used here.</summary>
internal enum UnicornRegister
{
    Cs = 11,
    Rax = 35,
    Rbp = 36,
    Rbx = 37,
    Rcx = 38,
    Rdi = 39,
    Rdx = 40,
    Rip = 41,
    Rsi = 43,
    Rsp = 44,
    Ss = 49,
    Cr0 = 50,
    Cr2 = 52,
    Cr4 = 54,
    R8 = 106,
    R9 = 107,
    R10 = 108,
    R11 = 109,
    R12 = 110,
    R13 = 111,
    R14 = 112,
    R15 = 113,
    Gdtr = 243,
    Msr = 248,
    FsBase = 250,
    GsBase = 251,
    Rflags = 253,
}
