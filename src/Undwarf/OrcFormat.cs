using System.Buffers.Binary;

namespace Undwarf;

/// <summary>
/// ORC: 6 bytes a row, s16 sp_offset, s16 bp_offset, a byte with sp_reg in bits 0..3 and bp_reg in 4..7, and a byte whose
/// bits the versions use differently.
/// </summary>
public sealed class OrcFormat : TableFormat
{
    private const int FlagsOffset = 5;
    private const int TypeMask = 3;
    private const int EndBit418 = 1 << 2;
    private const int SignalBit63 = 1 << 2;
    private const int EndBit63 = 1 << 3;

    // Linux 6.4 (fb799447ae29, f902cfdd46ae).
    private const int TypeMask64 = 7;
    private const int Undefined64 = 0;
    private const int EndOfStack64 = 1;
    private const int FirstType64 = 2;
    private const int SignalBit64 = 1 << 3;

    private readonly OrcVersion _version;

    private OrcFormat(OrcVersion version, string name)
    {
        _version = version;
        Name = name;
    }

    /// <summary>Linux 4.14 to 4.17.</summary>
    public static OrcFormat Linux414 { get; } = new(OrcVersion.Linux414, "orc-4.14");

    /// <summary>Linux 4.18 to 6.2.</summary>
    public static OrcFormat Linux418 { get; } = new(OrcVersion.Linux418, "orc-4.18");

    /// <summary>Linux 6.3.</summary>
    public static OrcFormat Linux63 { get; } = new(OrcVersion.Linux63, "orc-6.3");

    /// <summary>Since Linux 6.4.</summary>
    public static OrcFormat Linux64 { get; } = new(OrcVersion.Linux64, "orc-6.4");

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string EntrySection => ".orc_unwind";

    /// <inheritdoc/>
    public override string IpSection => ".orc_unwind_ip";

    /// <inheritdoc/>
    public override int EntrySize => 6;

    /// <inheritdoc/>
    public override TableGeneration Generation => _version == OrcVersion.Linux414 ? TableGeneration.PerInstruction : TableGeneration.SinceLastRow;

    /// <inheritdoc/>
    public override string PlaceSeparator => _version == OrcVersion.Linux64 ? ":" : ": ";

    /// <inheritdoc/>
    public override void Encode(in UndwarfEntry entry, Span<byte> destination)
    {
        BinaryPrimitives.WriteInt16LittleEndian(destination, entry.CfaOffset);
        BinaryPrimitives.WriteInt16LittleEndian(destination[2..], entry.BpOffset);
        destination[4] = (byte)(((int)entry.CfaRegister & 15) | (((int)entry.BpRegister & 15) << 4));
        destination[FlagsOffset] = (byte)FlagsOf(entry);
    }

    /// <inheritdoc/>
    public override UndwarfEntry Decode(ReadOnlySpan<byte> source)
    {
        var (type, flags) = MeaningOf(source[FlagsOffset]);
        return new UndwarfEntry(
            BinaryPrimitives.ReadInt16LittleEndian(source),
            BinaryPrimitives.ReadInt16LittleEndian(source[2..]),
            (UndwarfRegister)(source[4] & 15),
            (UndwarfRegister)(source[4] >> 4),
            type,
            flags);
    }

    /// <inheritdoc/>
    public override string Describe(in UndwarfEntry entry)
    {
        var places = $"sp:{Describe(entry.CfaRegister, entry.CfaOffset)} bp:{Describe(entry.BpRegister, entry.BpOffset)}";
        var (signal, end) = (entry.Signal ? 1 : 0, entry.End ? 1 : 0);
        return _version switch
        {
            OrcVersion.Linux414 => $"{places} type:{TypeName(entry.Type, "iret")}",
            OrcVersion.Linux418 => $"{places} type:{TypeName(entry.Type, "regs (partial)")} end:{end}",
            OrcVersion.Linux63 => $"{places} type:{TypeName(entry.Type, "regs (partial)")} signal:{signal} end:{end}",
            _ => $"type:{(entry.End ? "end" : entry.IsDefined ? TypeName(entry.Type, "regs (partial)") : "(und)")} {places} signal:{signal}",
        };
    }

    private int FlagsOf(in UndwarfEntry entry)
    {
        var type = (int)entry.Type & TypeMask;
        var signal = entry.Signal && entry.IsDefined;
        return _version switch
        {
            OrcVersion.Linux414 => type,
            OrcVersion.Linux418 => type | (entry.End ? EndBit418 : 0),
            OrcVersion.Linux63 => type | (signal ? SignalBit63 : 0) | (entry.End ? EndBit63 : 0),
            _ => (entry.End ? EndOfStack64 : entry.IsDefined ? type + FirstType64 : Undefined64) | (signal ? SignalBit64 : 0),
        };
    }

    private (FrameType Type, EntryFlags Flags) MeaningOf(byte bits)
    {
        var type = (FrameType)(bits & TypeMask);
        var byType = UndwarfEntry.SignalByType(type) ? EntryFlags.Signal : EntryFlags.None;
        return _version switch
        {
            OrcVersion.Linux414 => (type, byType),
            OrcVersion.Linux418 => (type, byType | Flag(bits, EndBit418, EntryFlags.End)),
            OrcVersion.Linux63 => (type, Flag(bits, SignalBit63, EntryFlags.Signal) | Flag(bits, EndBit63, EntryFlags.End)),
            _ => MeaningOf64(bits),
        };
    }

    private static (FrameType Type, EntryFlags Flags) MeaningOf64(byte bits)
    {
        var signal = Flag(bits, SignalBit64, EntryFlags.Signal);
        return (bits & TypeMask64) switch
        {
            Undefined64 => (FrameType.Cfa, signal),
            EndOfStack64 => (FrameType.Cfa, signal | EntryFlags.End),
            var type => ((FrameType)(type - FirstType64), signal),
        };
    }

    private static EntryFlags Flag(byte bits, int bit, EntryFlags flag) => (bits & bit) != 0 ? flag : EntryFlags.None;

    private static string Describe(UndwarfRegister register, short offset) => register switch
    {
        UndwarfRegister.Undefined => "(und)",
        UndwarfRegister.BpIndirect => $"(bp{offset:+0;-0;+0})",
        UndwarfRegister.SpIndirect => $"(sp){offset:+0;-0;+0}",
        UndwarfRegister.Cfa => $"prevsp{offset:+0;-0;+0}",
        UndwarfRegister.Dx => $"dx{offset:+0;-0;+0}",
        UndwarfRegister.Di => $"di{offset:+0;-0;+0}",
        UndwarfRegister.Bp => $"bp{offset:+0;-0;+0}",
        UndwarfRegister.Sp => $"sp{offset:+0;-0;+0}",
        UndwarfRegister.R10 => $"r10{offset:+0;-0;+0}",
        UndwarfRegister.R13 => $"r13{offset:+0;-0;+0}",
        _ => $"?{offset:+0;-0;+0}",
    };

    private static string TypeName(FrameType type, string partial) => type switch
    {
        FrameType.Cfa => "call",
        FrameType.Regs => "regs",
        FrameType.Iret => partial,
        _ => "?",
    };
}
