using Objtool.Decoding;
using Objtool.StackStates;

namespace Objtool.Tests.Kit;

/// <summary>
/// Stack operations as text: <c>bp -> push</c>, <c>const -> push</c>, <c>pop -> bx</c>, <c>pop -> elsewhere</c>,
/// <c>sp+8 -> r10</c>, <c>mask sp -> sp</c>, <c>[bp-8] -> bx</c>, <c>bx -> [sp+8]</c>; several divided by commas.
/// </summary>
internal static class OperationText
{
    private static readonly Dictionary<string, StackBase> _registers = Enum.GetValues<StackBase>().ToDictionary(Name);

    /// <summary>The operations of an instruction; "none" when there are none.</summary>
    public static string Format(ReadOnlySpan<StackOperation> operations)
    {
        var texts = new List<string>();
        foreach (var operation in operations)
            texts.Add(Format(operation));
        return texts.Count == 0 ? "none" : string.Join(", ", texts);
    }

    public static string Format(in StackOperation operation) => $"{SourceOf(operation)} -> {DestinationOf(operation)}";

    public static StackOperation Parse(string text)
    {
        var (source, destination) = text.Split("->", StringSplitOptions.TrimEntries) is [var left, var right]
            ? (left, right)
            : throw new FormatException($"'{text}': expected SOURCE -> DESTINATION");
        var (from, fromRegister, fromOffset) = ParseSide(source, isSource: true);
        var (to, toRegister, toOffset) = ParseSide(destination, isSource: false);
        return new StackOperation(from, fromRegister, fromOffset, to, toRegister, toOffset);
    }

    /// <summary>The lower-case name of a register: <c>bp</c>, <c>r10</c>.</summary>
    public static StackBase ParseRegister(string text) =>
        text == "ra" ? StackBase.ReturnAddress
        : _registers.TryGetValue(text, out var register) ? register
        : throw new FormatException($"'{text}' is no register");

    /// <summary>Name and signed offset: <c>bp-8</c>.</summary>
    public static (StackBase Register, int Offset) ParseSum(string text)
    {
        var sign = text.IndexOfAny(['+', '-']);
        return sign < 0
            ? throw new FormatException($"'{text}': expected REGISTER+OFFSET")
            : (ParseRegister(text[..sign]), int.Parse(text[sign..], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string SourceOf(in StackOperation operation) => operation.Source switch
    {
        OperandKind.Constant => "const",
        OperandKind.Register => Name(operation.SourceRegister),
        OperandKind.Indirect => $"[{Sum(operation.SourceRegister, operation.SourceOffset)}]",
        OperandKind.Sum => Sum(operation.SourceRegister, operation.SourceOffset),
        OperandKind.Masked => $"mask {Name(operation.SourceRegister)}",
        OperandKind.Top => "pop",
        _ => $"?{operation.Source}",
    };

    private static string DestinationOf(in StackOperation operation) => operation.Destination switch
    {
        OperandKind.Register => Name(operation.DestinationRegister),
        OperandKind.Indirect => $"[{Sum(operation.DestinationRegister, operation.DestinationOffset)}]",
        OperandKind.Top => "push",
        OperandKind.Elsewhere => "elsewhere",
        _ => $"?{operation.Destination}",
    };

    private static (OperandKind Kind, StackBase Register, int Offset) ParseSide(string text, bool isSource)
    {
        if (text.StartsWith('['))
        {
            var (register, offset) = ParseSum(text.Trim('[', ']'));
            return (OperandKind.Indirect, register, offset);
        }

        if (text.StartsWith("mask ", StringComparison.Ordinal))
            return (OperandKind.Masked, ParseRegister(text["mask ".Length..]), 0);
        if (text.IndexOfAny(['+', '-']) >= 0)
        {
            var (register, offset) = ParseSum(text);
            return (OperandKind.Sum, register, offset);
        }

        return (text, isSource) switch
        {
            ("const", true) => (OperandKind.Constant, StackBase.Undefined, 0),
            ("pop", true) => (OperandKind.Top, StackBase.Sp, 0),
            ("push", false) => (OperandKind.Top, StackBase.Sp, 0),
            ("elsewhere", false) => (OperandKind.Elsewhere, StackBase.Undefined, 0),
            _ => (OperandKind.Register, ParseRegister(text), 0),
        };
    }

    private static string Sum(StackBase register, int offset) => $"{Name(register)}{offset:+0;-0;+0}";

    private static string Name(StackBase register) => register.ToString().ToLowerInvariant();
}
