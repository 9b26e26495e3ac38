using System.Runtime.CompilerServices;

namespace Unwinder.Dwarf;

/// <summary>The values of a frame's registers, as far as they are known.</summary>
public struct DwarfRegisters
{
    /// <summary>The general registers and the instruction pointer.</summary>
    public const int Count = 17;

    /// <summary>Numbers in <see cref="GeneralRegisters"/> by DWARF number: instructions encode the first eight otherwise.</summary>
    private static ReadOnlySpan<byte> EncodedNumbers => [0, 2, 1, 3, 6, 7, 5, 4, 8, 9, 10, 11, 12, 13, 14, 15];

    private Values _values;

    /// <summary>One bit for each register that is known.</summary>
    public uint Known { readonly get; private set; }

    /// <summary>A register's value, without meaning when it is not known. Setting it makes it known.</summary>
    public ulong this[DwarfRegister register]
    {
        readonly get => _values[(int)register];
        set
        {
            _values[(int)register] = value;
            Known |= 1u << (int)register;
        }
    }

    /// <summary>All registers of an interrupted context; of one that was left by a call only rip, rsp and rbp are given.</summary>
    public static DwarfRegisters From(in StartRegisters start)
    {
        var registers = default(DwarfRegisters);
        for (var i = 0; i < EncodedNumbers.Length; i++)
            registers[(DwarfRegister)i] = start.General[EncodedNumbers[i]];
        registers[DwarfRegister.Rip] = start.Ip;
        if (start.IsReturnAddress)
            registers.KeepOnly((1u << (int)DwarfRegister.Rip) | (1u << (int)DwarfRegister.Rsp) | (1u << (int)DwarfRegister.Rbp));
        return registers;
    }

    /// <summary>Is the value known?</summary>
    public readonly bool Has(DwarfRegister register) => (Known & (1u << (int)register)) != 0;

    /// <summary>The value is not known any more.</summary>
    public void Forget(DwarfRegister register) => Known &= ~(1u << (int)register);

    /// <summary>Only those among <paramref name="kept"/>, one bit for each, stay known.</summary>
    public void KeepOnly(uint kept) => Known &= kept;

    /// <summary>Takes over another set's register, known or not.</summary>
    public void Copy(DwarfRegister register, in DwarfRegisters others, DwarfRegister source)
    {
        if (others.Has(source))
            this[register] = others[source];
        else
            Forget(register);
    }

    [InlineArray(Count)]
    private struct Values
    {
        private ulong _first;
    }
}
