namespace Unwinder.Dwarf.Rows;

/// <summary>How to find the caller's value of a register, or the CFA (DWARF 4, 6.4.1).</summary>
public enum RuleKind : byte
{
    /// <summary>
    /// Nothing is said: by the ABI, callee-saved registers have the value they have in this frame, others an unknown one.
    /// </summary>
    Unspecified,

    /// <summary>It can't be found. For the return address: there is no caller.</summary>
    Undefined,

    /// <summary>register</summary>
    SameValue,

    /// <summary>*(cfa + value)</summary>
    Offset,

    /// <summary>cfa + value</summary>
    ValueOffset,

    /// <summary>other register; for a CFA: register + value</summary>
    Register,

    /// <summary>*(expression); for a CFA: expression</summary>
    Expression,

    /// <summary>expression</summary>
    ValueExpression,
}
