using Objtool.StackStates;

namespace Objtool.Decoding;

/// <summary>
/// One move of a value that matters to the stack: from a source to a destination. An instruction has at most two
/// (leave: rbp to rsp, then the top of the stack to rbp).
/// </summary>
/// <param name="Source">Where the value comes from.</param>
/// <param name="SourceRegister">The register that <paramref name="Source"/> names, if it names one.</param>
/// <param name="SourceOffset">Added to it, in bytes.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="DestinationRegister">The register that <paramref name="Destination"/> names, if it names one.</param>
/// <param name="DestinationOffset">Added to it, in bytes.</param>
public readonly record struct StackOperation(
    OperandKind Source,
    StackBase SourceRegister,
    int SourceOffset,
    OperandKind Destination,
    StackBase DestinationRegister,
    int DestinationOffset)
{
    /// <summary>register -> register.</summary>
    public static StackOperation Move(StackBase from, StackBase to) =>
        new(OperandKind.Register, from, 0, OperandKind.Register, to, 0);

    /// <summary>register + offset -> register; without an offset this is a move.</summary>
    public static StackOperation Add(StackBase from, int offset, StackBase to) =>
        new(OperandKind.Sum, from, offset, OperandKind.Register, to, 0);

    /// <summary>rsp with low bits cleared -> rsp.</summary>
    public static StackOperation Align() =>
        new(OperandKind.Masked, StackBase.Sp, 0, OperandKind.Register, StackBase.Sp, 0);

    /// <summary>register -> new top of the stack.</summary>
    public static StackOperation Push(StackBase register) =>
        new(OperandKind.Register, register, 0, OperandKind.Top, StackBase.Sp, 0);

    /// <summary>some value -> new top of the stack.</summary>
    public static StackOperation PushValue() =>
        new(OperandKind.Constant, StackBase.Undefined, 0, OperandKind.Top, StackBase.Sp, 0);

    /// <summary>top of the stack -> register.</summary>
    public static StackOperation Pop(StackBase register) =>
        new(OperandKind.Top, StackBase.Sp, 0, OperandKind.Register, register, 0);

    /// <summary>top of the stack -> memory, or nowhere.</summary>
    public static StackOperation PopElsewhere() =>
        new(OperandKind.Top, StackBase.Sp, 0, OperandKind.Elsewhere, StackBase.Undefined, 0);

    /// <summary>register -> memory at register + offset.</summary>
    public static StackOperation Store(StackBase register, StackBase to, int offset) =>
        new(OperandKind.Register, register, 0, OperandKind.Indirect, to, offset);

    /// <summary>memory at register + offset -> register.</summary>
    public static StackOperation Load(StackBase from, int offset, StackBase register) =>
        new(OperandKind.Indirect, from, offset, OperandKind.Register, register, 0);
}
