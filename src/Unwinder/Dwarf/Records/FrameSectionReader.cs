using System.Text;

namespace Unwinder.Dwarf.Records;

/// <summary>
/// Reads the records of one section. In .eh_frame a record of length 0 ends the part of one object file; what follows,
/// if anything, is read on, as binutils do.
/// </summary>
/// <remarks>
/// A record of the 64-bit format has an 8-byte length behind 0xffffffff. The id, or pointer to the CIE, then has 8 bytes
/// in .debug_frame and 4 in .eh_frame, as GNU as writes it (LSB core, 10.6.1.1).
/// </remarks>
public sealed class FrameSectionReader
{
    private const uint ExtendedLength = 0xffff_ffff;

    private readonly FrameSection _section;
    private readonly Dictionary<int, CommonInformation> _commons = [];

    private FrameSectionReader(FrameSection section) => _section = section;

    private bool IsEhFrame => _section.Kind == FrameSectionKind.EhFrame;

    /// <summary>The FDEs in the order of the section, those left out that describe no address.</summary>
    /// <exception cref="DwarfFormatException">A record that does not hold together.</exception>
    public static IReadOnlyList<FrameDescription> Read(FrameSection section) => new FrameSectionReader(section).ReadAll();

    private List<FrameDescription> ReadAll()
    {
        var descriptions = new List<FrameDescription>();
        for (var offset = 0; offset < _section.Bytes.Length;)
        {
            if (ReadHeader(offset) is not { } header)
            {
                offset += sizeof(uint);
                continue;
            }

            if (header.IsCommon)
                CommonAt(offset);
            else if (ReadDescription(header) is { } description && description.Begin != description.End)
                descriptions.Add(description);
            offset = header.End;
        }

        return descriptions;
    }

    /// <summary>The record's extent and what its id says; null for a terminator.</summary>
    private RecordHeader? ReadHeader(int offset)
    {
        var cursor = CursorFrom(offset, _section.Bytes.Length);
        ulong length = cursor.ReadUInt32();
        if (length == 0 && !cursor.Failed)
            return null;
        var isExtended = length == ExtendedLength;
        if (isExtended)
            length = cursor.ReadUInt64();
        var begin = cursor.Position;
        cursor.Skip(length);
        if (cursor.Failed)
            throw Error(offset, $"its length reaches beyond the section's 0x{_section.Bytes.Length:x} bytes");

        var end = cursor.Position;
        cursor = CursorFrom(begin, end);
        var hasWideId = isExtended && !IsEhFrame;
        var id = hasWideId ? cursor.ReadUInt64() : cursor.ReadUInt32();
        if (cursor.Failed)
            throw Error(offset, "has no room for an id");
        var isCommon = id == (IsEhFrame ? 0 : hasWideId ? ulong.MaxValue : uint.MaxValue);
        return new RecordHeader(offset, cursor.Position, end, isCommon, IsEhFrame ? unchecked((ulong)begin - id) : id);
    }

    private FrameDescription? ReadDescription(in RecordHeader header)
    {
        if (header.Common >= (ulong)_section.Bytes.Length)
            throw Error(header.Offset, "its CIE lies outside the section");
        var common = CommonAt((int)header.Common);
        var cursor = CursorFrom(header.Body, header.End);
        var begin = common.Addresses.Read(ref cursor, _section.Address);
        var size = common.Addresses.Format.Read(ref cursor, _section.Address);
        if (common.Augmentation.StartsWith('z'))
            cursor.Skip(cursor.ReadUleb());
        if (cursor.Failed)
            throw Error(header.Offset, "it ends within its addresses or its augmentation");
        if (unchecked(begin + size) < begin)
            throw Error(header.Offset, $"describes 0x{size:x} bytes from 0x{begin:x}, beyond the end of the address space");
        return new FrameDescription(common, begin, begin + size, new ProgramRange(cursor.Position, header.End), header.Offset);
    }

    private CommonInformation CommonAt(int offset)
    {
        if (_commons.TryGetValue(offset, out var known))
            return known;
        if (ReadHeader(offset) is not { IsCommon: true } header)
            throw Error(offset, "is no CIE, but an FDE names it as its own");
        var common = ReadCommon(header);
        _commons.Add(offset, common);
        return common;
    }

    private CommonInformation ReadCommon(in RecordHeader header)
    {
        var cursor = CursorFrom(header.Body, header.End);
        var version = cursor.ReadByte();
        if (version is not (1 or 3 or 4))
            throw Error(header.Offset, $"a CIE of version {version}; 1, 3 and 4 are known");
        var augmentation = ReadString(ref cursor);
        var (addressSize, selectorSize) = version == 4 ? (cursor.ReadByte(), cursor.ReadByte()) : ((byte)8, (byte)0);
        var codeAlignment = cursor.ReadUleb();
        var dataAlignment = cursor.ReadSleb();
        var returnAddress = version == 1 ? cursor.ReadByte() : cursor.ReadUleb();
        var data = ReadAugmentation(ref cursor, augmentation, header.Offset);
        if (cursor.Failed)
            throw Error(header.Offset, "the CIE ends within its fields");
        if (addressSize != 8 || selectorSize != 0)
            throw Error(header.Offset, $"addresses of {addressSize} bytes and selectors of {selectorSize}; x86-64 has 8 and 0");
        if (returnAddress >= DwarfRegisters.Count)
            throw Error(header.Offset, $"register {returnAddress} for the return address; x86-64 has it in {(int)DwarfRegister.Rip}");
        if (codeAlignment is 0 or > uint.MaxValue || dataAlignment is < int.MinValue or > int.MaxValue)
            throw Error(header.Offset, $"alignment factors {codeAlignment} and {dataAlignment}");

        return new CommonInformation
        {
            Section = _section,
            Offset = header.Offset,
            Version = version,
            Augmentation = augmentation,
            CodeAlignment = codeAlignment,
            DataAlignment = dataAlignment,
            ReturnAddress = (DwarfRegister)returnAddress,
            Addresses = data.Addresses,
            IsSignalFrame = data.IsSignalFrame,
            Program = new ProgramRange(cursor.Position, header.End),
        };
    }

    private (PointerEncoding Addresses, bool IsSignalFrame) ReadAugmentation(ref DwarfCursor cursor, string augmentation, int offset)
    {
        // Letters that bring no data need no length before it: GNU as writes S so in .debug_frame.
        if (augmentation.All(letter => letter is 'S' or 'B'))
            return (PointerEncoding.Absolute, augmentation.Contains('S'));
        if (augmentation[0] != 'z')
            throw Error(offset, $"augmentation '{augmentation}', of which nobody can say how long it is");

        var length = cursor.ReadUleb();
        var begin = cursor.Position;
        var addresses = PointerEncoding.Absolute;
        var isSignalFrame = false;
        foreach (var letter in augmentation.AsSpan(1))
        {
            switch (letter)
            {
                case 'R':
                    addresses = new PointerEncoding(cursor.ReadByte());
                    if (!addresses.HasKnownFormat || !addresses.HasKnownBase || addresses.IsIndirect)
                        throw Error(offset, $"addresses encoded as 0x{addresses.Value:x2}, which x86-64 code has no use for");
                    break;
                case 'P':
                    new PointerEncoding(cursor.ReadByte()).Read(ref cursor, _section.Address);
                    break;
                case 'L':
                    cursor.ReadByte();
                    break;
                case 'S':
                    isSignalFrame = true;
                    break;
                case 'B':
                    break;
                default:
                    throw Error(offset, $"augmentation '{augmentation}': the meaning of '{letter}' is not known");
            }
        }

        if (cursor.Failed || (ulong)(cursor.Position - begin) > length)
            throw Error(offset, $"augmentation '{augmentation}' does not fit its {length} bytes");
        cursor.Skip(length - (ulong)(cursor.Position - begin));
        return (addresses, isSignalFrame);
    }

    private static string ReadString(ref DwarfCursor cursor)
    {
        var text = new StringBuilder();
        while (cursor.ReadByte() is not 0 and var letter)
            text.Append(letter is > 0x20 and < 0x7f ? (char)letter : '?');
        return text.ToString();
    }

    private DwarfCursor CursorFrom(int position, int end) => new(_section.Bytes.Span, position, end);

    private DwarfFormatException Error(int offset, string reason) => new(_section.Name, offset, reason);

    /// <summary>What all records begin with.</summary>
    /// <param name="Offset">Where the record begins.</param>
    /// <param name="Body">Behind the id.</param>
    /// <param name="End">One past its last byte.</param>
    /// <param name="IsCommon">Is it a CIE?</param>
    /// <param name="Common">Where an FDE's CIE begins.</param>
    private readonly record struct RecordHeader(int Offset, int Body, int End, bool IsCommon, ulong Common);
}
