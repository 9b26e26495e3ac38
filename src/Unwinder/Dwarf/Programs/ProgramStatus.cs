namespace Unwinder.Dwarf.Programs;

/// <summary>How far a call frame program can be followed.</summary>
public enum ProgramStatus : byte
{
    /// <summary>To its end.</summary>
    Valid,

    /// <summary>Its bytes end within an instruction.</summary>
    Truncated,

    /// <summary>An instruction that does not exist on x86-64.</summary>
    UnknownOpcode,

    /// <summary>A CFA based on something that is no general register.</summary>
    UnknownCfaRegister,

    /// <summary>A new register or offset for a CFA that is not a register and an offset.</summary>
    NoCfaRegister,

    /// <summary>More states remembered than any compiler nests.</summary>
    TooManyStates,

    /// <summary>A state restored that was not remembered.</summary>
    NoState,

    /// <summary>An offset that does not fit 32 bits, an expression of 64 KiB, or a location that is not ahead.</summary>
    OutOfRange,
}
