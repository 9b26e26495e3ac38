namespace Objtool.Decoding;

/// <summary>What <see cref="InstructionDecoder"/> knows of an instruction: its kind, its length, its direct target.</summary>
/// <param name="Kind">What it does to the flow of control; <see cref="InstructionKind.Other"/> when it does not decode.</param>
/// <param name="Length">Bytes, 1 to 15; 0 when it does not decode.</param>
/// <param name="Target">The address that a direct jump or call encodes; 0 for others.</param>
/// <param name="Write">What memory it writes.</param>
/// <param name="IsVector">It has a VEX, EVEX or XOP prefix and works on vector or mask registers.</param>
/// <param name="AccessesData">It reads or writes memory at an address that is not based on rsp or rbp.</param>
public readonly record struct DecodedInstruction(
    InstructionKind Kind, int Length, ulong Target, bool IsVector, MemoryWrite Write, bool AccessesData)
{
    /// <summary>Is there an instruction at all?</summary>
    public bool IsValid => Length != 0;
}
