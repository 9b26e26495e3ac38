namespace Unwinder;

/// <summary>
/// Byte offsets in the register frame of an interrupted context (struct pt_regs, x86-64). The five words from
/// <see cref="Ip"/> on are what the hardware pushes (SDM vol. 3, 6.14).
/// </summary>
public static class PtRegs
{
    /// <summary>r13.</summary>
    public const int R13 = 16;

    /// <summary>rbp.</summary>
    public const int Bp = 32;

    /// <summary>r10.</summary>
    public const int R10 = 56;

    /// <summary>rdx.</summary>
    public const int Dx = 96;

    /// <summary>rdi.</summary>
    public const int Di = 112;

    /// <summary>The interrupted instruction; here the hardware frame begins.</summary>
    public const int Ip = 128;

    /// <summary>Code segment; its two lowest bits are the privilege level.</summary>
    public const int Cs = 136;

    /// <summary>The interrupted stack pointer.</summary>
    public const int Sp = 152;

    /// <summary>Bytes in all.</summary>
    public const int Size = 168;

    /// <summary>Bytes of the hardware's part.</summary>
    public const int HardwareFrameSize = Size - Ip;
}
