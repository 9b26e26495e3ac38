namespace Unwinder.Dwarf.Expressions;

/// <summary>What came of an expression.</summary>
public enum ExpressionStatus : byte
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>An operation that does not exist or has no meaning here, or bytes that end within one.</summary>
    Malformed,

    /// <summary>Fewer values on the stack than an operation takes, or more than any expression needs.</summary>
    StackFault,

    /// <summary>A division by zero.</summary>
    DivisionByZero,

    /// <summary>It branches back and forth and does not end.</summary>
    Endless,

    /// <summary>The value of a register that it takes is not known.</summary>
    UnknownRegister,

    /// <summary>An address that it reads is on no permitted stack.</summary>
    Unreadable,
}
