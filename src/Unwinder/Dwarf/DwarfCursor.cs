using System.Buffers.Binary;

namespace Unwinder.Dwarf;

/// <summary>
/// Reads forward through bytes. Reading past the end gives 0 and sets <see cref="Failed"/>, which stays set: a caller
/// may read a whole record and ask once.
/// </summary>
public ref struct DwarfCursor(ReadOnlySpan<byte> bytes, int position, int end)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes[..end];

    /// <summary>Where the next byte is read, counted from the beginning of the span.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Was something read that is not there, or a number that does not fit 64 bits?</summary>
    public bool Failed { get; private set; }

    /// <summary>Is everything read, or reading failed?</summary>
    public readonly bool AtEnd => Failed || Position >= _bytes.Length;

    public byte ReadByte() => TryTake(1, out var at) ? _bytes[at] : (byte)0;

    public ushort ReadUInt16() => TryTake(2, out var at) ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes[at..]) : (ushort)0;

    public short ReadInt16() => unchecked((short)ReadUInt16());

    public uint ReadUInt32() => TryTake(4, out var at) ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..]) : 0;

    public ulong ReadUInt64() => TryTake(8, out var at) ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[at..]) : 0;

    /// <summary>An unsigned number in groups of 7 bits, lowest first (DWARF 4, 7.6).</summary>
    public ulong ReadUleb()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var group = ReadByte();
            var bits = (ulong)(group & 0x7f);
            if (shift < 64)
                value |= bits << shift;
            if (shift >= 64 ? bits != 0 : shift == 63 && bits > 1)
                Failed = true;
            if (group < 0x80 || Failed)
                return Failed ? 0 : value;
        }
    }

    /// <summary>A signed number in groups of 7 bits, lowest first; the last group's bit 6 is the sign.</summary>
    public long ReadSleb()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var group = ReadByte();
            if (shift < 64)
                value |= (ulong)(group & 0x7f) << shift;
            else if ((group & 0x7f) != (unchecked((long)value) < 0 ? 0x7f : 0))
                Failed = true;
            if (Failed)
                return 0;
            if (group < 0x80)
                return unchecked((long)(shift < 57 && (group & 0x40) != 0 ? value | (ulong.MaxValue << (shift + 7)) : value));
        }
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(ulong count)
    {
        if (count > (ulong)(_bytes.Length - Math.Min(Position, _bytes.Length)))
            Failed = true;
        else
            Position += (int)count;
    }

    /// <summary>Goes on reading elsewhere; a place outside fails.</summary>
    public void MoveTo(int position)
    {
        if (position < 0 || position > _bytes.Length)
            Failed = true;
        else
            Position = position;
    }

    private bool TryTake(int count, out int at)
    {
        at = Position;
        if (Failed || count > _bytes.Length - Position)
        {
            Failed = true;
            return false;
        }

        Position += count;
        return true;
    }
}
