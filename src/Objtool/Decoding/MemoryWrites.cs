using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>What memory instructions write.</summary>
internal static class MemoryWrites
{
    /// <summary>What a decoded instruction writes.</summary>
    public static MemoryWrite Of(in Instruction instruction)
    {
        if (instruction.Mnemonic is Mnemonic.Push or Mnemonic.Pushf or Mnemonic.Pushfd or Mnemonic.Pushfq
            || instruction.IsCallNear || instruction.IsCallNearIndirect)
        {
            return MemoryWrite.Push;
        }

        var write = MemoryWrite.None;
        foreach (var memory in new InstructionInfoFactory().GetInfo(instruction, InstructionInfoOptions.NoRegisterUsage).GetUsedMemory())
        {
            if (memory.Access is OpAccess.Write or OpAccess.CondWrite or OpAccess.ReadWrite or OpAccess.ReadCondWrite)
                write = new MemoryWrite(Math.Max(write.End, EndOf(instruction, memory)), IsOperand: true);
        }

        return write;
    }

    private static short EndOf(in Instruction instruction, in UsedMemory memory)
    {
        // What is addressed relative to rip lies in the image, and no stack does.
        if (instruction.IsIPRelativeMemoryOperand && memory.Segment is not (Register.FS or Register.GS))
            return MemoryWrite.Nowhere;

        // pop counts from rsp as it is afterwards, enter pushes more than one word.
        var isPlain = memory is { Base: Register.RSP, Index: Register.None } && memory.Segment is not (Register.FS or Register.GS)
            && instruction.Mnemonic is not (Mnemonic.Pop or Mnemonic.Enter);
        var size = memory.MemorySize.GetSize();
        var end = unchecked((long)memory.Displacement) + size;
        return isPlain && size > 0 && end is > MemoryWrite.Nowhere and < MemoryWrite.Anywhere ? (short)end : MemoryWrite.Anywhere;
    }
}
