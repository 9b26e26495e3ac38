namespace Unwinder.Dwarf.Rows;

/// <summary>How to find one register, or the CFA. 8 bytes.</summary>
/// <param name="Kind">What the rest means.</param>
/// <param name="Register">The register that <see cref="RuleKind.Register"/> takes.</param>
/// <param name="Length">Bytes of the expression.</param>
/// <param name="Value">The offset, or where in its section the expression begins.</param>
public readonly record struct RegisterRule(RuleKind Kind, DwarfRegister Register, ushort Length, int Value)
{
    /// <summary>Is it computed by an expression?</summary>
    public bool IsExpression => Kind is RuleKind.Expression or RuleKind.ValueExpression;

    public static RegisterRule Of(RuleKind kind) => new(kind, default, 0, 0);

    public static RegisterRule AtOffset(int offset) => new(RuleKind.Offset, default, 0, offset);

    public static RegisterRule FromRegister(DwarfRegister register, int offset = 0) => new(RuleKind.Register, register, 0, offset);
}
