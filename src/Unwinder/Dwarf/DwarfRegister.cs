namespace Unwinder.Dwarf;

/// <summary>Registers by their DWARF numbers (System V ABI, AMD64 supplement, figure 3.36).</summary>
public enum DwarfRegister : byte
{
    Rax,
    Rdx,
    Rcx,
    Rbx,
    Rsi,
    Rdi,
    Rbp,
    Rsp,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,

    /// <summary>The return address: the caller's instruction pointer. In expressions, this frame's own.</summary>
    Rip,
}
