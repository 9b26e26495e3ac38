using System.Buffers.Binary;

namespace Undwarf;

/// <summary>
/// The addresses of a table's rows are stored as 32-bit distances from the place where each is stored; so a row that
/// moves by D bytes in its section needs D taken from its value.
/// </summary>
public static class SelfRelativeIp
{
    /// <summary>address = place + value.</summary>
    public static ulong Read(ReadOnlySpan<byte> source, ulong place) =>
        unchecked(place + (ulong)BinaryPrimitives.ReadInt32LittleEndian(source));

    /// <summary>value = address - place.</summary>
    /// <exception cref="UndwarfFormatException">The two are more than 2 GiB apart.</exception>
    public static void Write(Span<byte> destination, ulong place, ulong address)
    {
        var distance = unchecked((long)(address - place));
        if (distance is < int.MinValue or > int.MaxValue)
            throw new UndwarfFormatException($"0x{address:x} is out of reach of a 32-bit distance from 0x{place:x}");
        BinaryPrimitives.WriteInt32LittleEndian(destination, (int)distance);
    }
}
