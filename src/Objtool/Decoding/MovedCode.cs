using System.Buffers.Binary;
using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>Code that is copied to another place.</summary>
public static class MovedCode
{
    /// <summary>
    /// Makes branches and ip-relative operands mean the same targets as before (Linux: text_poke_apply_relocation). Those within
    /// the code itself stay.
    /// </summary>
    /// <param name="code">The copy.</param>
    /// <param name="from">Where its original lies.</param>
    /// <param name="to">Where the copy lies.</param>
    /// <returns>False when a displacement has no room for the way there.</returns>
    public static bool TryRelocate(Span<byte> code, ulong from, ulong to)
    {
        var length = (ulong)code.Length;
        var decoder = Decoder.Create(64, code.ToArray(), from);
        while (decoder.IP - from < length)
        {
            var instruction = decoder.Decode();
            if (instruction.IsInvalid)
                return false;
            var offsets = decoder.GetConstantOffsets(instruction);
            var begin = (int)(instruction.IP - from);
            if (instruction.IsIPRelativeMemoryOperand && !IsWithin(instruction.IPRelativeMemoryAddress)
                && !TryMove(code.Slice(begin + offsets.DisplacementOffset, offsets.DisplacementSize), unchecked(from - to)))
            {
                return false;
            }

            if (InstructionDecoder.DirectTargetOf(instruction) is not 0 and var target && !IsWithin(target)
                && !TryMove(code.Slice(begin + offsets.ImmediateOffset, offsets.ImmediateSize), unchecked(from - to)))
            {
                return false;
            }
        }

        return true;

        bool IsWithin(ulong address) => address >= from && address - from < length;
    }

    private static bool TryMove(Span<byte> displacement, ulong distance)
    {
        if (displacement.Length != sizeof(int))
            return false;
        var moved = BinaryPrimitives.ReadInt32LittleEndian(displacement) + unchecked((long)distance);
        if (moved is < int.MinValue or > int.MaxValue)
            return false;
        BinaryPrimitives.WriteInt32LittleEndian(displacement, (int)moved);
        return true;
    }
}
