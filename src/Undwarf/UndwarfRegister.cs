namespace Undwarf;

/// <summary>
/// Where a row takes an address from: the base of the CFA, or the base of the place that holds the caller's rbp.
/// The numbers are those of the 4-bit fields in a row, in undwarf v2 and in every ORC version up to the one that
/// added AX (Linux 627fce14809b, asm/orc_types.h; AX: 96f3b16a9de5).
/// </summary>
public enum UndwarfRegister : byte
{
    /// <summary>As CFA base: nothing is known here. As BP base: the caller's rbp is still in rbp.</summary>
    Undefined = 0,

    /// <summary>BP base only: bp = *(cfa + offset).</summary>
    Cfa = 1,

    /// <summary>cfa = rdx + offset, rdx as it was when the registers were saved. From hints only.</summary>
    Dx = 2,

    /// <summary>cfa = rdi + offset, rdi as it was when the registers were saved. From hints only.</summary>
    Di = 3,

    /// <summary>cfa = rbp + offset; as BP base: bp = *(rbp + offset).</summary>
    Bp = 4,

    /// <summary>cfa = rsp + offset.</summary>
    Sp = 5,

    /// <summary>cfa = r10 + offset: a realigned frame before r10 is saved or after it is reloaded.</summary>
    R10 = 6,

    /// <summary>cfa = r13 + offset: as <see cref="R10"/>, in functions whose r10 is taken.</summary>
    R13 = 7,

    /// <summary>cfa = *(rbp + offset): a realigned frame whose DRAP register was saved on the stack.</summary>
    BpIndirect = 8,

    /// <summary>
    /// cfa = *rsp + offset: the other stack's pointer lies on top of this one. undwarf and ORC before 5.12 meant
    /// *(rsp + offset) (87ccc826bf1c); with an offset of 0, all that 2017's hints ask for, the two are the same.
    /// </summary>
    SpIndirect = 9,
}
