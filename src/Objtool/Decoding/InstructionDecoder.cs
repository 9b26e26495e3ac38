using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>Classifies x86-64 instructions.</summary>
public static class InstructionDecoder
{
    /// <summary>Decodes the instruction at the start of <paramref name="code"/>, which lies at <paramref name="address"/>.</summary>
    public static DecodedInstruction Decode(ReadOnlySpan<byte> code, ulong address)
    {
        var instruction = Disassembly.Decode(code, address);
        return instruction.IsInvalid
            ? default
            : new DecodedInstruction(
                KindOf(instruction), instruction.Length, DirectTargetOf(instruction), IsVector(instruction), MemoryWrites.Of(instruction), AccessesData(instruction));
    }

    /// <summary>The kind of a decoded instruction (kernel: tools/objtool/arch/x86/decode.c, Linux 6.1).</summary>
    internal static InstructionKind KindOf(in Instruction instruction) => instruction.FlowControl switch
    {
        FlowControl.Next => KindOfStraightLine(instruction),
        FlowControl.Call when instruction.IsCallNear => InstructionKind.Call,
        FlowControl.Call => KindOfSystemCall(instruction),
        FlowControl.IndirectCall => InstructionKind.DynamicCall,
        FlowControl.UnconditionalBranch when instruction.IsJmpShortOrNear => InstructionKind.Jump,
        FlowControl.ConditionalBranch => InstructionKind.ConditionalJump,
        FlowControl.IndirectBranch when instruction.IsJmpNearIndirect => InstructionKind.DynamicJump,
        FlowControl.Return => KindOfReturn(instruction),
        FlowControl.Interrupt => instruction.Mnemonic == Mnemonic.Int3 ? InstructionKind.Trap : InstructionKind.Other,
        FlowControl.Exception => instruction.Mnemonic is Mnemonic.Ud2 or Mnemonic.Ud1 ? InstructionKind.Bug : InstructionKind.Other,
        FlowControl.UnconditionalBranch or FlowControl.IndirectBranch => InstructionKind.FarTransfer,
        _ => InstructionKind.Other,
    };

    /// <summary>The address that a direct jump or call encodes, or 0.</summary>
    internal static ulong DirectTargetOf(in Instruction instruction) =>
        instruction.Op0Kind is OpKind.NearBranch64 or OpKind.NearBranch32 or OpKind.NearBranch16 ? instruction.NearBranchTarget : 0;

    private static bool AccessesData(in Instruction instruction)
    {
        foreach (var memory in new InstructionInfoFactory().GetInfo(instruction, InstructionInfoOptions.NoRegisterUsage).GetUsedMemory())
        {
            if (memory.Access is not (OpAccess.None or OpAccess.NoMemAccess) && memory.Base.GetFullRegister() is not (Register.RSP or Register.RBP))
                return true;
        }

        return false;
    }

    private static bool IsVector(in Instruction instruction)
    {
        if (instruction.Encoding == EncodingKind.Legacy)
            return false;
        foreach (var feature in instruction.CpuidFeatures)
        {
            if (feature is CpuidFeature.BMI1 or CpuidFeature.BMI2)
                return false;
        }

        return true;
    }

    private static InstructionKind KindOfStraightLine(in Instruction instruction) => instruction.Mnemonic switch
    {
        Mnemonic.Nop or Mnemonic.Pause or Mnemonic.Prefetchw or Mnemonic.Prefetch or Mnemonic.Prefetchwt1 => InstructionKind.Nop,
        Mnemonic.Endbr64 or Mnemonic.Endbr32 => InstructionKind.Endbr,
        Mnemonic.Hlt => InstructionKind.Halt,
        _ => InstructionKind.Other,
    };

    private static InstructionKind KindOfSystemCall(in Instruction instruction) =>
        instruction.Mnemonic is Mnemonic.Syscall or Mnemonic.Sysenter ? InstructionKind.SystemCall : InstructionKind.Other;

    private static InstructionKind KindOfReturn(in Instruction instruction) => instruction.Mnemonic switch
    {
        Mnemonic.Ret => InstructionKind.Return,
        Mnemonic.Iret or Mnemonic.Iretd or Mnemonic.Iretq => InstructionKind.InterruptReturn,
        Mnemonic.Sysret or Mnemonic.Sysretq or Mnemonic.Sysexit or Mnemonic.Sysexitq => InstructionKind.SystemReturn,
        Mnemonic.Retf => InstructionKind.FarTransfer,
        _ => InstructionKind.Other,
    };
}
