namespace Unwinder.Dwarf.Programs;

/// <summary>
/// Instructions of call frame programs: DW_CFA_* (DWARF 4, 7.23, and the GNU extensions). Those with an operand in their
/// low six bits are named by their high two.
/// </summary>
internal enum CallFrameOpcode : byte
{
    Nop = 0x00,
    SetLocation = 0x01,
    AdvanceByte = 0x02,
    AdvanceHalf = 0x03,
    AdvanceWord = 0x04,
    OffsetExtended = 0x05,
    RestoreExtended = 0x06,
    Undefined = 0x07,
    SameValue = 0x08,
    Register = 0x09,
    RememberState = 0x0a,
    RestoreState = 0x0b,
    DefineCfa = 0x0c,
    DefineCfaRegister = 0x0d,
    DefineCfaOffset = 0x0e,
    DefineCfaExpression = 0x0f,
    Expression = 0x10,
    OffsetExtendedSigned = 0x11,
    DefineCfaSigned = 0x12,
    DefineCfaOffsetSigned = 0x13,
    ValueOffset = 0x14,
    ValueOffsetSigned = 0x15,
    ValueExpression = 0x16,

    /// <summary>DW_CFA_GNU_args_size: bytes of pushed arguments, which only landing pads care for.</summary>
    ArgumentsSize = 0x2e,

    /// <summary>DW_CFA_GNU_negative_offset_extended: as <see cref="OffsetExtended"/>, with the offset subtracted.</summary>
    NegativeOffsetExtended = 0x2f,

    Advance = 0x40,
    Offset = 0x80,
    Restore = 0xc0,
}
