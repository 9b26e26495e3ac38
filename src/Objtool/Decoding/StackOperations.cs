using Iced.Intel;
using Objtool.StackStates;

namespace Objtool.Decoding;

/// <summary>
/// Which instructions move values between the stack pointer, the frame pointer, saved registers and the stack. Anything
/// not listed leaves the tracked state as it is; that covers what compilers emit and what hand-written code does
/// without hints (kernel: tools/objtool/arch/x86/decode.c, Linux 6.1).
/// </summary>
internal static class StackOperations
{
    /// <summary>The most operations that one instruction has.</summary>
    public const int MaximumPerInstruction = 2;

    /// <summary>Bytes of the hardware's interrupt frame, which iret takes off the stack.</summary>
    private const int HardwareFrameSize = 40;

    /// <summary>Writes the operations of an instruction to <paramref name="operations"/> and returns how many there are.</summary>
    /// <param name="instruction">The decoded instruction.</param>
    /// <param name="inFunction">Does it belong to a function symbol? An iret there goes to the code right behind it.</param>
    /// <param name="operations">Room for <see cref="MaximumPerInstruction"/>.</param>
    public static int Decode(in Instruction instruction, bool inFunction, StackOperation[] operations)
    {
        if (instruction.Mnemonic == Mnemonic.Leave)
        {
            operations[0] = StackOperation.Move(StackBase.Bp, StackBase.Sp);
            operations[1] = StackOperation.Pop(StackBase.Bp);
            return 2;
        }

        var operation = instruction.Mnemonic switch
        {
            Mnemonic.Push => DecodePush(instruction),
            Mnemonic.Pop => DecodePop(instruction),
            Mnemonic.Pushf or Mnemonic.Pushfd or Mnemonic.Pushfq => StackOperation.PushValue(),
            Mnemonic.Popf or Mnemonic.Popfd or Mnemonic.Popfq => StackOperation.PopElsewhere(),
            // A call pushes its return address; the analysis drops this again when the callee will pop it.
            Mnemonic.Call when instruction.IsCallNear => StackOperation.PushValue(),
            Mnemonic.Mov => DecodeMove(instruction),
            Mnemonic.Lea => DecodeLea(instruction),
            Mnemonic.Add or Mnemonic.Sub => DecodeAddition(instruction),
            Mnemonic.And when IsStackPointerDestination(instruction) && IsImmediate(instruction.Op1Kind) => StackOperation.Align(),
            Mnemonic.Iret or Mnemonic.Iretd or Mnemonic.Iretq when inFunction =>
                StackOperation.Add(StackBase.Sp, HardwareFrameSize, StackBase.Sp),
            _ => (StackOperation?)null,
        };
        if (operation is null)
            return 0;

        operations[0] = operation.Value;
        return 1;
    }

    private static StackOperation DecodePush(in Instruction instruction) =>
        instruction.Op0Kind == OpKind.Register && TryGetBase(instruction.Op0Register, out var register)
            ? StackOperation.Push(register)
            : StackOperation.PushValue();

    private static StackOperation DecodePop(in Instruction instruction) =>
        instruction.Op0Kind == OpKind.Register && TryGetBase(instruction.Op0Register, out var register)
            ? StackOperation.Pop(register)
            : StackOperation.PopElsewhere();

    private static StackOperation? DecodeMove(in Instruction instruction)
    {
        var toMemory = instruction.Op0Kind == OpKind.Memory;
        var fromMemory = instruction.Op1Kind == OpKind.Memory;
        if (instruction.Op1Kind == OpKind.Register && TryGetBase(instruction.Op1Register, out var source))
        {
            if (toMemory)
                return DecodeStore(instruction, source);
            if (instruction.Op0Kind == OpKind.Register && TryGetBase(instruction.Op0Register, out var destination)
                && (source == StackBase.Sp || destination == StackBase.Sp))
            {
                return StackOperation.Move(source, destination);
            }
        }
        else if (fromMemory && TryGetBase(instruction.Op0Register, out var loaded)
            && TryGetFrameAddress(instruction, out var address, out var offset) && address is StackBase.Sp or StackBase.Bp)
        {
            return StackOperation.Load(address, offset, loaded);
        }

        return null;
    }

    private static StackOperation? DecodeStore(in Instruction instruction, StackBase source)
    {
        // The stack pointer stored anywhere may be the start of a switch to another stack; other registers matter only
        // when they are saved in the frame.
        if (!TryGetFrameAddress(instruction, out var address, out var offset))
            return null;
        return source == StackBase.Sp || address is StackBase.Sp or StackBase.Bp
            ? StackOperation.Store(source, address, offset)
            : null;
    }

    private static StackOperation? DecodeLea(in Instruction instruction)
    {
        if (!TryGetBase(instruction.Op0Register, out var destination) || !TryGetFrameAddress(instruction, out var source, out var offset))
            return null;
        return offset == 0 ? StackOperation.Move(source, destination) : StackOperation.Add(source, offset, destination);
    }

    private static StackOperation? DecodeAddition(in Instruction instruction)
    {
        if (!IsStackPointerDestination(instruction))
            return null;
        if (instruction.Op1Kind == OpKind.Register)
            return TryGetBase(instruction.Op1Register, out var addend) ? StackOperation.Add(addend, 0, StackBase.Sp) : null;
        if (!IsImmediate(instruction.Op1Kind))
            return null;

        var immediate = unchecked((int)instruction.GetImmediate(1));
        return StackOperation.Add(StackBase.Sp, instruction.Mnemonic == Mnemonic.Sub ? unchecked(-immediate) : immediate, StackBase.Sp);
    }

    private static bool IsStackPointerDestination(in Instruction instruction) =>
        instruction.Op0Kind == OpKind.Register && instruction.Op0Register == Register.RSP;

    private static bool IsImmediate(OpKind kind) => kind is OpKind.Immediate8to64 or OpKind.Immediate32to64;

    /// <summary>register + displacement, with no index, not relative to rip.</summary>
    private static bool TryGetFrameAddress(in Instruction instruction, out StackBase address, out int offset)
    {
        offset = unchecked((int)instruction.MemoryDisplacement64);
        address = StackBase.Undefined;
        return instruction.MemoryIndex == Register.None && TryGetBase(instruction.MemoryBase, out address);
    }

    /// <summary>The 64-bit general registers; nothing else can hold an address of the stack.</summary>
    private static bool TryGetBase(Register register, out StackBase stackBase)
    {
        stackBase = (StackBase)(register - Register.RAX);
        return register is >= Register.RAX and <= Register.R15;
    }
}
