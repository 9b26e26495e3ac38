using Iced.Intel;
using Objtool.StackStates;

namespace Objtool.Decoding;

/// <summary>
/// What instructions do to the values of registers and words: an own reading of the instruction set, which shares nothing
/// with <see cref="StackOperations"/>, so that what is proved by it does not lean on what is proved.
/// </summary>
public static class ValueEffects
{
    private const ushort All = 0xffff;

    /// <summary>The effect of the instruction at the start of <paramref name="code"/>, which lies at <paramref name="address"/>.</summary>
    public static ValueEffect Decode(ReadOnlySpan<byte> code, ulong address)
    {
        var instruction = Disassembly.Decode(code, address);
        return instruction.IsInvalid ? new ValueEffect(ValueEffectKind.Other, default, default, 0, All, WrittenWords.Anywhere) : Decode(instruction);
    }

    /// <summary>The addresses in kernel style that an instruction mentions without going there: immediates, and data addresses without a base.</summary>
    public static IEnumerable<ulong> MentionedBy(ReadOnlySpan<byte> code, ulong address)
    {
        var instruction = Disassembly.Decode(code, address);
        var mentioned = new List<ulong>();
        for (var i = 0; i < instruction.OpCount; i++)
        {
            var kind = instruction.GetOpKind(i);
            if (kind == OpKind.Memory && instruction.MemoryBase is Register.RIP or Register.None)
                mentioned.Add(instruction.MemoryDisplacement64);
            else if (kind is >= OpKind.Immediate8 and <= OpKind.Immediate32to64)
                mentioned.Add(instruction.GetImmediate(i));
        }

        return mentioned;
    }

    private static ValueEffect Decode(in Instruction instruction) => instruction.Mnemonic switch
    {
        Mnemonic.Mov when IsWord(instruction, 0) && IsWord(instruction, 1) => Sum(instruction.Op0Register, instruction.Op1Register, 0),
        Mnemonic.Mov when IsWord(instruction, 0) && HasPlainMemory(instruction, 1) => Of(ValueEffectKind.Load, instruction.Op0Register, instruction.MemoryBase, instruction),
        Mnemonic.Mov when IsWord(instruction, 1) && HasPlainMemory(instruction, 0) => Of(ValueEffectKind.Store, instruction.MemoryBase, instruction.Op1Register, instruction),
        Mnemonic.Lea when IsWord(instruction, 0) && HasPlainMemory(instruction, 1) => Of(ValueEffectKind.Sum, instruction.Op0Register, instruction.MemoryBase, instruction),
        Mnemonic.Add when IsWord(instruction, 0) && IsImmediate(instruction) => Sum(instruction.Op0Register, instruction.Op0Register, unchecked((int)instruction.GetImmediate(1))),
        Mnemonic.Sub when IsWord(instruction, 0) && IsImmediate(instruction) => Sum(instruction.Op0Register, instruction.Op0Register, unchecked(-(int)instruction.GetImmediate(1))),
        Mnemonic.And when instruction.Op0Register == Register.RSP && IsImmediate(instruction) && unchecked((long)instruction.GetImmediate(1)) < 0 => new(ValueEffectKind.Align, default, default, unchecked((int)instruction.GetImmediate(1))),
        // By a register: room for what has a variable size.
        Mnemonic.Sub when instruction.Op0Register == Register.RSP && instruction.Op1Kind == OpKind.Register => new(ValueEffectKind.Align, default, default, 0),
        Mnemonic.Push when instruction.StackPointerIncrement == -8 => new(ValueEffectKind.Push, default, IsWord(instruction, 0) ? BaseOf(instruction.Op0Register) : StackBase.Undefined, 0),
        Mnemonic.Pushfq => new(ValueEffectKind.Push, default, StackBase.Undefined, 0),
        Mnemonic.Pop when IsWord(instruction, 0) => new(ValueEffectKind.Pop, BaseOf(instruction.Op0Register), default, 0),
        Mnemonic.Pop when instruction.StackPointerIncrement == 8 => new(ValueEffectKind.Pop, StackBase.Undefined, default, 0, 0, WrittenWords.Anywhere),
        Mnemonic.Popfq => new(ValueEffectKind.Pop, StackBase.Undefined, default, 0),
        Mnemonic.Leave when instruction.Code == Iced.Intel.Code.Leaveq => Plain(ValueEffectKind.Leave),
        _ => Other(instruction),
    };

    private static ValueEffect Other(in Instruction instruction)
    {
        var (clobbered, written) = ((ushort)0, default(ValueEffect));
        var info = new InstructionInfoFactory().GetInfo(instruction);
        foreach (var used in info.GetUsedRegisters())
        {
            if (used.Access is not (OpAccess.Read or OpAccess.CondRead or OpAccess.NoMemAccess or OpAccess.None) && BaseOf(used.Register.GetFullRegister()) is >= 0 and var register)
                clobbered |= (ushort)(1 << (int)register);
        }

        foreach (var memory in info.GetUsedMemory())
        {
            if (memory.Access is OpAccess.Read or OpAccess.CondRead or OpAccess.NoMemAccess or OpAccess.None)
                continue;
            var isKnown = written.Written == WrittenWords.None && memory.Index == Register.None && BaseOf(memory.Base) >= 0
                && memory.Segment is not (Register.FS or Register.GS) && memory.MemorySize.GetSize() is > 0 and <= ValueEffect.MostWritten;
            written = isKnown
                ? written with { Written = WrittenWords.At, Destination = BaseOf(memory.Base), Offset = unchecked((int)memory.Displacement) }
                : written with { Written = WrittenWords.Anywhere };
        }

        return new ValueEffect(ValueEffectKind.Other, written.Destination, default, written.Offset, clobbered, written.Written);
    }

    private static ValueEffect Plain(ValueEffectKind kind) => new(kind, default, default, 0);

    private static ValueEffect Sum(Register destination, Register source, int offset) => new(ValueEffectKind.Sum, BaseOf(destination), BaseOf(source), offset);

    private static ValueEffect Of(ValueEffectKind kind, Register destination, Register source, in Instruction instruction) =>
        new(kind, BaseOf(destination), BaseOf(source), unchecked((int)instruction.MemoryDisplacement64));

    private static bool IsWord(in Instruction instruction, int operand) =>
        instruction.GetOpKind(operand) == OpKind.Register && BaseOf(instruction.GetOpRegister(operand)) >= 0;

    private static bool IsImmediate(in Instruction instruction) => instruction.Op1Kind is OpKind.Immediate8to64 or OpKind.Immediate32to64;

    /// <summary>A word at a 64-bit register + displacement.</summary>
    private static bool HasPlainMemory(in Instruction instruction, int operand) =>
        instruction.GetOpKind(operand) == OpKind.Memory && instruction.MemoryIndex == Register.None && BaseOf(instruction.MemoryBase) >= 0
        && instruction.SegmentPrefix is not (Register.FS or Register.GS);

    /// <summary>The 64-bit general registers.</summary>
    private static StackBase BaseOf(Register register) =>
        register is >= Register.RAX and <= Register.R15 ? (StackBase)(register - Register.RAX) : StackBase.Undefined;
}
