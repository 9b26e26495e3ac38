using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>
/// Where an instruction accesses memory: segment base + base + index * scale + displacement, cut off to the size of
/// addresses.
/// </summary>
public readonly record struct DataAddress
{
    private readonly Register _segment;
    private readonly Register _base;
    private readonly Register _index;
    private readonly byte _scale;
    private readonly bool _is32Bits;
    private readonly ulong _displacement;

    private DataAddress(in UsedMemory memory)
    {
        (_segment, _base, _index) = (memory.Segment, memory.Base, memory.Index);
        _scale = (byte)memory.Scale;
        _displacement = memory.Displacement;
        _is32Bits = memory.AddressSize == CodeSize.Code32;
    }

    /// <summary>The first access of an instruction that is not based on rsp or rbp, or null without one.</summary>
    /// <param name="code">The instruction.</param>
    /// <param name="address">Its address.</param>
    public static DataAddress? Of(ReadOnlySpan<byte> code, ulong address)
    {
        var instruction = Disassembly.Decode(code, address);
        foreach (var memory in new InstructionInfoFactory().GetInfo(instruction, InstructionInfoOptions.NoRegisterUsage).GetUsedMemory())
        {
            if (memory.Base.GetFullRegister() is not (Register.RSP or Register.RBP))
                return new DataAddress(memory);
        }

        return null;
    }

    /// <summary>The address.</summary>
    /// <param name="registers">The general registers by their hardware numbers.</param>
    /// <param name="fsBase">The base of segment fs.</param>
    /// <param name="gsBase">The base of segment gs.</param>
    public ulong In(ReadOnlySpan<ulong> registers, ulong fsBase, ulong gsBase)
    {
        var offset = unchecked(_displacement + Value(_base, registers) + (Value(_index, registers) * _scale));
        var segment = _segment switch
        {
            Register.FS => fsBase,
            Register.GS => gsBase,
            _ => 0UL,
        };
        return unchecked(segment + (_is32Bits ? (uint)offset : offset));
    }

    private static ulong Value(Register register, ReadOnlySpan<ulong> registers)
    {
        if (register is Register.None or Register.RIP or Register.EIP)
            return 0;
        var value = registers[register.GetFullRegister() - Register.RAX];
        return register.GetSize() switch
        {
            1 => value & byte.MaxValue,
            2 => value & ushort.MaxValue,
            4 => value & uint.MaxValue,
            _ => value,
        };
    }
}
