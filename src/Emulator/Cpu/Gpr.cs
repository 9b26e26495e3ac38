namespace Emulator;

/// <summary>The general purpose registers, numbered as instructions encode them (SDM vol. 2, table 3-1).</summary>
public enum Gpr : byte
{
    /// <summary>rax, 0</summary>
    Rax,

    /// <summary>rcx, 1</summary>
    Rcx,

    /// <summary>rdx, 2</summary>
    Rdx,

    /// <summary>rbx, 3</summary>
    Rbx,

    /// <summary>rsp, 4</summary>
    Rsp,

    /// <summary>rbp, 5</summary>
    Rbp,

    /// <summary>rsi, 6</summary>
    Rsi,

    /// <summary>rdi, 7</summary>
    Rdi,

    /// <summary>r8</summary>
    R8,

    /// <summary>r9</summary>
    R9,

    /// <summary>r10</summary>
    R10,

    /// <summary>r11</summary>
    R11,

    /// <summary>r12</summary>
    R12,

    /// <summary>r13</summary>
    R13,

    /// <summary>r14</summary>
    R14,

    /// <summary>r15</summary>
    R15,
}
