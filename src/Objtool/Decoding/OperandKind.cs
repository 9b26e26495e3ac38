namespace Objtool.Decoding;

/// <summary>One side of a <see cref="StackOperation"/>.</summary>
public enum OperandKind : byte
{
    /// <summary>Source: a value that has nothing to do with the stack.</summary>
    Constant,

    /// <summary>A register.</summary>
    Register,

    /// <summary>Memory at register + offset.</summary>
    Indirect,

    /// <summary>Source: register + offset. A register added to the stack pointer has an unknown value: offset 0.</summary>
    Sum,

    /// <summary>Source: register with low bits cleared.</summary>
    Masked,

    /// <summary>Source: the word on top of the stack. Destination: a new word on top of the stack.</summary>
    Top,

    /// <summary>Destination: memory that is not counted from a tracked register, or no place at all (popf).</summary>
    Elsewhere,
}
