namespace Unwinder.Dwarf.Records;

/// <summary>
/// How a pointer is stored: DW_EH_PE_* (LSB core, 10.5). The low four bits are the format, the next three what the value
/// counts from, the highest that it is the address of the pointer.
/// </summary>
public readonly record struct PointerEncoding(byte Value)
{
    private const int FormatMask = 0x0f;
    private const int BaseMask = 0x70;
    private const int PcRelative = 0x10;
    private const int AlignedBase = 0x50;

    /// <summary>An 8-byte address as it is: what holds where nothing is said.</summary>
    public static PointerEncoding Absolute { get; } = new(0);

    /// <summary>There is no pointer.</summary>
    public bool IsOmitted => Value == 0xff;

    /// <summary>Must the address in memory be read to get the pointer?</summary>
    public bool IsIndirect => !IsOmitted && (Value & 0x80) != 0;

    /// <summary>Is it a number whose base is known here: none, or its own place?</summary>
    public bool HasKnownBase => (Value & BaseMask) is 0 or PcRelative or AlignedBase;

    /// <summary>Is it one of the formats that exist?</summary>
    public bool HasKnownFormat => (Value & FormatMask) is 0 or 1 or 2 or 3 or 4 or 9 or 10 or 11 or 12;

    /// <summary>The same format without a base: the size of a range is stored so.</summary>
    public PointerEncoding Format => new((byte)(Value & FormatMask));

    /// <summary>Reads a pointer, without following an indirect one.</summary>
    /// <param name="cursor">Stands at its first byte; the position counts from the section's beginning.</param>
    /// <param name="sectionAddress">Where the section lies.</param>
    public ulong Read(ref DwarfCursor cursor, ulong sectionAddress)
    {
        if (IsOmitted)
            return 0;
        if ((Value & BaseMask) == AlignedBase)
            cursor.Skip(unchecked(0 - (sectionAddress + (ulong)cursor.Position)) & 7);
        var place = unchecked(sectionAddress + (ulong)cursor.Position);
        var value = ReadNumber(ref cursor);
        // A null pointer stays one, whatever it would count from.
        return value != 0 && (Value & BaseMask) == PcRelative ? unchecked(place + value) : value;
    }

    private ulong ReadNumber(ref DwarfCursor cursor) => unchecked((Value & FormatMask) switch
    {
        0x01 => cursor.ReadUleb(),
        0x02 => cursor.ReadUInt16(),
        0x03 => cursor.ReadUInt32(),
        0x09 => (ulong)cursor.ReadSleb(),
        0x0a => (ulong)cursor.ReadInt16(),
        0x0b => (ulong)(int)cursor.ReadUInt32(),
        _ => cursor.ReadUInt64(),
    });
}
