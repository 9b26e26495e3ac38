using System.Runtime.InteropServices;

namespace Elf;

/// <summary>Elf64_Rela, laid out as on disk, 24 bytes (gABI, "Relocation").</summary>
/// <param name="Offset">The field's place: offset in its section (relocatable file) or address (other files).</param>
/// <param name="Info">r_info: symbol number in the high half, type in the low half.</param>
/// <param name="Addend">A of the formulas.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ElfRelocation(ulong Offset, ulong Info, long Addend)
{
    internal const int ByteSize = 24;

    /// <exception cref="ArgumentOutOfRangeException">The symbol number is negative.</exception>
    public ElfRelocation(ulong offset, RelocationType type, int symbol, long addend)
        : this(offset, InfoOf(type, symbol), addend)
    {
    }

    public RelocationType Type => (RelocationType)(Info & 0xffff_ffff);

    /// <summary>Number of the symbol in the table that the relocation section links to; 0 is none.</summary>
    public int Symbol => (int)(Info >> 32);

    private static ulong InfoOf(RelocationType type, int symbol)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(symbol);
        return ((ulong)symbol << 32) | (uint)type;
    }
}
