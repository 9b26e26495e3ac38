using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>Instructions as text, in the AT&amp;T syntax of the GNU tools.</summary>
public sealed class Disassembly
{
    private const int LongestInstruction = 15;

    private readonly GasFormatter _formatter;
    private readonly StringOutput _output = new();

    /// <summary>Makes a disassembler that writes direct targets as <paramref name="nameOf"/> names them.</summary>
    public Disassembly(Func<ulong, string?> nameOf)
    {
        _formatter = new GasFormatter(new TargetNames(nameOf));
        _formatter.Options.SpaceAfterOperandSeparator = false;
        _formatter.Options.FirstOperandCharIndex = 8;
        _formatter.Options.HexPrefix = "0x";
        _formatter.Options.UppercaseHex = false;
        _formatter.Options.SmallHexNumbersInDecimal = true;
        _formatter.Options.RipRelativeAddresses = true;
        _formatter.Options.GasShowMnemonicSizeSuffix = false;
    }

    /// <summary>The instruction at the start of <paramref name="code"/>, which lies at <paramref name="address"/>.</summary>
    public string Format(ReadOnlySpan<byte> code, ulong address)
    {
        _formatter.Format(Decode(code, address), _output);
        return _output.ToStringAndReset();
    }

    internal static Instruction Decode(ReadOnlySpan<byte> code, ulong address)
    {
        var decoder = Decoder.Create(64, code[..Math.Min(code.Length, LongestInstruction)].ToArray(), address);
        decoder.Decode(out var instruction);
        return instruction;
    }

    private sealed class TargetNames(Func<ulong, string?> nameOf) : ISymbolResolver
    {
        public bool TryGetSymbol(in Instruction instruction, int operand, int instructionOperand, ulong address, int addressSize, out SymbolResult symbol)
        {
            var name = instruction.IsJmpShortOrNear || instruction.IsCallNear || instruction.FlowControl == FlowControl.ConditionalBranch
                ? nameOf(address)
                : null;
            symbol = name is null ? default : new SymbolResult(address, name);
            return name is not null;
        }
    }
}
