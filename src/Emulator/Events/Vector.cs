namespace Emulator;

/// <summary>Exception and interrupt vectors (SDM vol. 3, table 6-1).</summary>
public static class Vector
{
    /// <summary>#DE</summary>
    public const byte DivideError = 0;

    /// <summary>#DB</summary>
    public const byte Debug = 1;

    /// <summary>NMI</summary>
    public const byte Nmi = 2;

    /// <summary>#BP, of int3</summary>
    public const byte Breakpoint = 3;

    /// <summary>#UD</summary>
    public const byte InvalidOpcode = 6;

    /// <summary>#DF</summary>
    public const byte DoubleFault = 8;

    /// <summary>#TS</summary>
    public const byte InvalidTss = 10;

    /// <summary>#NP</summary>
    public const byte SegmentNotPresent = 11;

    /// <summary>#SS</summary>
    public const byte StackFault = 12;

    /// <summary>#GP</summary>
    public const byte GeneralProtection = 13;

    /// <summary>#PF</summary>
    public const byte PageFault = 14;

    /// <summary>#AC</summary>
    public const byte AlignmentCheck = 17;

    /// <summary>The first that is for interrupts.</summary>
    public const byte FirstUserDefined = 32;

    // 8, 10 to 14, 17, 21 (#CP), 29 (#VC), 30 (#SX)
    private const uint WithErrorCode = 1u << 8 | 0x1fu << 10 | 1u << 17 | 1u << 21 | 1u << 29 | 1u << 30;

    // 0, 5 to 7, 10 to 14, 16, 17, 19 to 21, 29, 30
    private const uint Faults = 1u << 0 | 7u << 5 | 0x1fu << 10 | 3u << 16 | 7u << 19 | 1u << 29 | 1u << 30;

    /// <summary>Whether the CPU pushes an error code, when it raises the vector itself and not for an int n.</summary>
    public static bool HasErrorCode(byte vector) => vector < FirstUserDefined && (WithErrorCode >> vector & 1) != 0;

    /// <summary>
    /// Whether the exception is a fault: reported with RIP at the instruction, which can be restarted. #DB is not counted,
    /// as most of its causes are traps.
    /// </summary>
    public static bool IsFault(byte vector) => vector < FirstUserDefined && (Faults >> vector & 1) != 0;
}
