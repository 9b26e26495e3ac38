using Objtool.StackStates;

namespace Objtool.Decoding;

/// <summary>
/// One entry of the table of instruction effects: an instruction, and from where to where it moves a value. Registers are
/// told apart as rsp, rbp and any other.
/// </summary>
/// <param name="Mnemonic">The instruction.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="SourceRegister">The register that <paramref name="Source"/> names; <see cref="StackBase.Ax"/> for any other than rsp and rbp.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="DestinationRegister">The register that <paramref name="Destination"/> names.</param>
public readonly record struct InstructionEffect(
    string Mnemonic, OperandKind Source, StackBase SourceRegister, OperandKind Destination, StackBase DestinationRegister)
{
    /// <summary>The entry that an operation of an instruction comes from.</summary>
    public static InstructionEffect Of(string mnemonic, in StackOperation operation) =>
        new(mnemonic, operation.Source, RoleOf(operation.SourceRegister), operation.Destination, RoleOf(operation.DestinationRegister));

    /// <summary>It in words: <c>mov: rsp to rbp</c>.</summary>
    public override string ToString() => $"{Mnemonic}: {Describe(Source, SourceRegister)} to {Describe(Destination, DestinationRegister)}";

    private static StackBase RoleOf(StackBase register) => register is StackBase.Sp or StackBase.Bp or < 0 ? register : StackBase.Ax;

    private static string Describe(OperandKind kind, StackBase register)
    {
        var name = register switch
        {
            StackBase.Sp => "rsp",
            StackBase.Bp => "rbp",
            _ => "other",
        };
        return kind switch
        {
            OperandKind.Register => name,
            OperandKind.Indirect => $"word at {name}+n",
            OperandKind.Sum => $"{name}+n",
            OperandKind.Masked => $"{name} aligned",
            OperandKind.Top => "top",
            OperandKind.Constant => "value",
            _ => "elsewhere",
        };
    }
}
