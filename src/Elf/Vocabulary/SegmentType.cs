namespace Elf;

/// <summary>p_type (gABI, "Program Header"). The type is open.</summary>
public enum SegmentType : uint
{
    Null = 0,
    Load = 1,
    Dynamic = 2,
    Interpreter = 3,
    Note = 4,
    ProgramHeaders = 6,
    ThreadLocal = 7,
    GnuEhFrame = 0x6474_e550,
    GnuStack = 0x6474_e551,
    GnuRelRo = 0x6474_e552,
    GnuProperty = 0x6474_e553,
}
