using System.Buffers.Binary;

namespace Undwarf;

/// <summary>
/// undwarf v2 (June 2017): 8 bytes a row, s16 cfa_offset, s16 bp_offset, then a 32-bit word with cfa_reg in bits 0..3,
/// bp_reg in 4..7 and type in 8..9.
/// </summary>
/// <remarks>
/// The rest of the word is unused in 2017 and readers mask it. We keep there what the format cannot say: bit 10 is the
/// clean end of the stack; bits 11..12 tell how the next ip is looked up (0 by type, 1 at ip - 1, 2 at ip; 3 is read as
/// 0). A strict table leaves bits 10..31 zero.
/// </remarks>
public sealed class UndwarfV2Format : TableFormat
{
    private const int EndBit = 1 << 10;
    private const int SignalShift = 11;
    private const int SignalMask = 3;
    private const int SignalByType = 0;
    private const int SignalReturnAddress = 1;
    private const int SignalInterrupted = 2;

    private readonly bool _strict;

    private UndwarfV2Format(bool strict) => _strict = strict;

    /// <summary>With our bits above the type field.</summary>
    public static UndwarfV2Format Extended { get; } = new(strict: false);

    /// <summary>Bits 10..31 written as zero and not looked at when read: byte for byte what 2017 wrote.</summary>
    public static UndwarfV2Format Strict { get; } = new(strict: true);

    /// <inheritdoc/>
    public override string Name => "undwarf";

    /// <inheritdoc/>
    public override string EntrySection => ".undwarf";

    /// <inheritdoc/>
    public override string IpSection => ".undwarf_ip";

    /// <inheritdoc/>
    public override int EntrySize => 8;

    /// <inheritdoc/>
    public override TableGeneration Generation => TableGeneration.PerInstruction;

    /// <inheritdoc/>
    public override void Encode(in UndwarfEntry entry, Span<byte> destination)
    {
        var word = ((int)entry.CfaRegister & 15) | (((int)entry.BpRegister & 15) << 4) | (((int)entry.Type & 3) << 8);
        if (!_strict)
            word |= ExtensionOf(entry);

        BinaryPrimitives.WriteInt16LittleEndian(destination, entry.CfaOffset);
        BinaryPrimitives.WriteInt16LittleEndian(destination[2..], entry.BpOffset);
        BinaryPrimitives.WriteInt32LittleEndian(destination[4..], word);
    }

    /// <inheritdoc/>
    public override UndwarfEntry Decode(ReadOnlySpan<byte> source)
    {
        var word = BinaryPrimitives.ReadInt32LittleEndian(source[4..]);
        var type = (FrameType)((word >> 8) & 3);
        return new UndwarfEntry(
            BinaryPrimitives.ReadInt16LittleEndian(source),
            BinaryPrimitives.ReadInt16LittleEndian(source[2..]),
            (UndwarfRegister)(word & 15),
            (UndwarfRegister)((word >> 4) & 15),
            type,
            FlagsOf(_strict ? 0 : word, type));
    }

    /// <inheritdoc/>
    public override string Describe(in UndwarfEntry entry)
    {
        var text = $"cfa:{Describe(entry.CfaRegister, entry.CfaOffset)} bp:{Describe(entry.BpRegister, entry.BpOffset)} type:{Describe(entry.Type)}";
        return _strict ? text : text + DescribeExtension(entry);
    }

    private static int ExtensionOf(in UndwarfEntry entry)
    {
        var signal = entry.Signal == UndwarfEntry.SignalByType(entry.Type) ? SignalByType
            : entry.Signal ? SignalInterrupted
            : SignalReturnAddress;
        return (entry.End ? EndBit : 0) | (signal << SignalShift);
    }

    private static EntryFlags FlagsOf(int word, FrameType type)
    {
        var signal = ((word >> SignalShift) & SignalMask) switch
        {
            SignalReturnAddress => false,
            SignalInterrupted => true,
            _ => UndwarfEntry.SignalByType(type),
        };
        return (signal ? EntryFlags.Signal : EntryFlags.None) | ((word & EndBit) != 0 ? EntryFlags.End : EntryFlags.None);
    }

    private static string Describe(UndwarfRegister register, short offset) => register switch
    {
        UndwarfRegister.Undefined => "(und)",
        UndwarfRegister.BpIndirect => $"(bp{offset:+0;-0;+0})",
        UndwarfRegister.SpIndirect => $"(sp{offset:+0;-0;+0})",
        _ => $"{NameOf(register)}{offset:+0;-0;+0}",
    };

    private static string NameOf(UndwarfRegister register) => register switch
    {
        UndwarfRegister.Cfa => "cfa",
        UndwarfRegister.Dx => "dx",
        UndwarfRegister.Di => "di",
        UndwarfRegister.Bp => "bp",
        UndwarfRegister.Sp => "sp",
        UndwarfRegister.R10 => "r10",
        UndwarfRegister.R13 => "r13",
        _ => "?",
    };

    private static string Describe(FrameType type) => type switch
    {
        FrameType.Cfa => "cfa",
        FrameType.Regs => "regs",
        FrameType.Iret => "iret",
        _ => "?",
    };

    private static string DescribeExtension(in UndwarfEntry entry)
    {
        var end = entry.End ? " end" : "";
        var signal = entry.Signal == UndwarfEntry.SignalByType(entry.Type) ? "" : entry.IsBlind ? " blind" : entry.Signal ? " signal" : " return";
        return end + signal;
    }
}
