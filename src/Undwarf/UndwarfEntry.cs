namespace Undwarf;

/// <summary>
/// How to find the caller's frame at every instruction from this row's address up to the next row's: what any version
/// of the format can say, in 8 bytes.
/// </summary>
/// <param name="CfaOffset">Added to the CFA base, in bytes.</param>
/// <param name="BpOffset">Added to the BP base, in bytes.</param>
/// <param name="CfaRegister">Base of the CFA. <see cref="UndwarfRegister.Undefined"/>: the caller is not known.</param>
/// <param name="BpRegister">Base of the place that holds the caller's rbp.</param>
/// <param name="Type">What lies at the CFA.</param>
/// <param name="Flags">How to look up the ip that is found, and whether there is a caller at all.</param>
public readonly record struct UndwarfEntry(
    short CfaOffset,
    short BpOffset,
    UndwarfRegister CfaRegister,
    UndwarfRegister BpRegister,
    FrameType Type,
    EntryFlags Flags)
{
    /// <summary>All zero: code that the analysis never reached, or the end of a section's code.</summary>
    public static UndwarfEntry Undefined => default;

    /// <summary>A declared blind spot (hint EMPTY): nobody can unwind from here, and that is on purpose.</summary>
    public static UndwarfEntry Blind => new(0, 0, UndwarfRegister.Undefined, UndwarfRegister.Undefined, FrameType.Cfa, EntryFlags.Signal);

    /// <summary>The outermost frame.</summary>
    public static UndwarfEntry EndOfStack => new(0, 0, UndwarfRegister.Undefined, UndwarfRegister.Undefined, FrameType.Cfa, EntryFlags.End);

    /// <summary>Is the ip of the next frame to be looked up as it is, rather than at ip - 1?</summary>
    public bool Signal => (Flags & EntryFlags.Signal) != 0;

    /// <summary>Is this the outermost frame?</summary>
    public bool End => (Flags & EntryFlags.End) != 0;

    /// <summary>A row that leads to a caller.</summary>
    public bool IsDefined => CfaRegister != UndwarfRegister.Undefined;

    /// <summary>See <see cref="Blind"/>.</summary>
    public bool IsBlind => !IsDefined && !End && Signal;

    /// <summary>
    /// A section terminator ends the reach of the row before it and gives way to any other row at its own address, so
    /// that the next object's first row wins when the two are linked together.
    /// </summary>
    public bool IsWeak => !IsDefined && Flags == EntryFlags.None;

    /// <summary>The row of a function's first instruction: the return address is on top of the stack.</summary>
    public static UndwarfEntry FunctionEntry => Caller(UndwarfRegister.Sp, 8);

    /// <summary>A row of an ordinary frame: the return address lies just below base + offset.</summary>
    public static UndwarfEntry Caller(
        UndwarfRegister cfa, short cfaOffset, UndwarfRegister bp = UndwarfRegister.Undefined, short bpOffset = 0) =>
        new(cfaOffset, bpOffset, cfa, bp, FrameType.Cfa, EntryFlags.None);

    /// <summary>A row of code that runs on top of a whole pt_regs or of a hardware frame at base + offset.</summary>
    public static UndwarfEntry Interrupted(FrameType type, UndwarfRegister cfa, short cfaOffset) =>
        new(cfaOffset, 0, cfa, UndwarfRegister.Undefined, type, EntryFlags.Signal);

    /// <summary>
    /// The rule of the versions without a signal field: an ip from a register frame was interrupted, one from the
    /// stack is a return address.
    /// </summary>
    public static bool SignalByType(FrameType type) => type is FrameType.Regs or FrameType.Iret;
}
