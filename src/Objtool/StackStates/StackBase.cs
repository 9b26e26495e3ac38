namespace Objtool.StackStates;

/// <summary>
/// What a stack address is counted from: a register (hardware numbers, as the kernel's objtool prints since 5.13), the
/// CFA itself, or a word in memory.
/// </summary>
public enum StackBase
{
    /// <summary>cfa = *(bp + offset).</summary>
    BpIndirect = -4,

    /// <summary>cfa = *(sp + offset).</summary>
    SpIndirect = -3,

    /// <summary>Counted from the CFA.</summary>
    Cfa = -2,

    /// <summary>Not known.</summary>
    Undefined = -1,

    /// <summary>rax.</summary>
    Ax = 0,

    /// <summary>rcx.</summary>
    Cx = 1,

    /// <summary>rdx.</summary>
    Dx = 2,

    /// <summary>rbx.</summary>
    Bx = 3,

    /// <summary>rsp.</summary>
    Sp = 4,

    /// <summary>rbp.</summary>
    Bp = 5,

    /// <summary>rsi.</summary>
    Si = 6,

    /// <summary>rdi.</summary>
    Di = 7,

    /// <summary>r8.</summary>
    R8 = 8,

    /// <summary>r9.</summary>
    R9 = 9,

    /// <summary>r10.</summary>
    R10 = 10,

    /// <summary>r11.</summary>
    R11 = 11,

    /// <summary>r12.</summary>
    R12 = 12,

    /// <summary>r13.</summary>
    R13 = 13,

    /// <summary>r14.</summary>
    R14 = 14,

    /// <summary>r15.</summary>
    R15 = 15,

    /// <summary>The return address, which is saved like a register.</summary>
    ReturnAddress = 16,
}
