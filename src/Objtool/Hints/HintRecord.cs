using System.Buffers.Binary;
using Undwarf;

namespace Objtool.Hints;

/// <summary>Unpacks hint records.</summary>
internal static class HintRecord
{
    private const int RegisterOffset = 6;
    private const int TypeOffset = 7;

    // The upper bits of 2017's type byte are zero there; ours say how the next ip is looked up.
    private const int TypeMask = 0x3f;
    private const int SignalShift = 6;
    private const int SignalReturnAddress = 1;
    private const int SignalInterrupted = 2;

    /// <summary>Bytes per record.</summary>
    public static int SizeOf(HintVersion version) => version == HintVersion.Undwarf ? 8 : 12;

    /// <summary>The hint in a record, or null when its type number means nothing.</summary>
    public static UnwindHint? Read(HintVersion version, ReadOnlySpan<byte> record) => version switch
    {
        HintVersion.Undwarf => ReadUndwarf(record),
        HintVersion.Orc61 => ReadOrc61(record, FlagsOf(signal: IsRegisterType(record), end: record[8])),
        HintVersion.Orc63 => ReadOrc61(record, FlagsOf(signal: record[8], end: record[9])),
        _ => ReadOrc64(record, FlagsOf(signal: record[8], end: 0)),
    };

    private static UnwindHint? ReadUndwarf(ReadOnlySpan<byte> record) => (record[TypeOffset] & TypeMask) switch
    {
        0 => State(record, FrameType.Cfa, SignalOf(record, FrameType.Cfa)),
        1 => State(record, FrameType.Regs, SignalOf(record, FrameType.Regs)),
        2 => State(record, FrameType.Iret, SignalOf(record, FrameType.Iret)),
        3 => Mark(HintKind.Save),
        4 => Mark(HintKind.Restore),
        5 => State(record, FrameType.Cfa, EntryFlags.End),
        _ => null,
    };

    private static UnwindHint? ReadOrc61(ReadOnlySpan<byte> record, EntryFlags flags) => record[TypeOffset] switch
    {
        0 or 4 => State(record, FrameType.Cfa, flags),
        1 => State(record, FrameType.Regs, flags),
        2 => State(record, FrameType.Iret, flags),
        3 => Mark(HintKind.FunctionEntry),
        5 => Mark(HintKind.Save),
        6 => Mark(HintKind.Restore),
        _ => null,
    };

    private static UnwindHint? ReadOrc64(ReadOnlySpan<byte> record, EntryFlags flags) => record[TypeOffset] switch
    {
        0 => State(record, FrameType.Cfa, flags),
        1 => State(record, FrameType.Cfa, flags | EntryFlags.End),
        2 => State(record, FrameType.Cfa, flags),
        3 => State(record, FrameType.Regs, flags),
        4 => State(record, FrameType.Iret, flags),
        5 => Mark(HintKind.FunctionEntry),
        6 => Mark(HintKind.Save),
        7 => Mark(HintKind.Restore),
        _ => null,
    };

    private static byte IsRegisterType(ReadOnlySpan<byte> record) => record[TypeOffset] is 1 or 2 ? (byte)1 : (byte)0;

    private static EntryFlags FlagsOf(byte signal, byte end) =>
        (signal != 0 ? EntryFlags.Signal : EntryFlags.None) | (end != 0 ? EntryFlags.End : EntryFlags.None);

    private static EntryFlags SignalOf(ReadOnlySpan<byte> record, FrameType type)
    {
        // EMPTY: without an override it is a blind spot, which the flag tells from code that was never reached.
        var isBlind = type == FrameType.Cfa && record[RegisterOffset] == (byte)UndwarfRegister.Undefined;
        var signal = (record[TypeOffset] >> SignalShift) switch
        {
            SignalReturnAddress => false,
            SignalInterrupted => true,
            _ => isBlind || UndwarfEntry.SignalByType(type),
        };
        return signal ? EntryFlags.Signal : EntryFlags.None;
    }

    private static UnwindHint State(ReadOnlySpan<byte> record, FrameType type, EntryFlags flags)
    {
        var hint = new UnwindHint(
            HintKind.State, (UndwarfRegister)record[RegisterOffset], BinaryPrimitives.ReadInt16LittleEndian(record[4..]), type, flags);
        return hint is { Type: FrameType.Cfa, CfaRegister: UndwarfRegister.Sp, CfaOffset: 8, Flags: EntryFlags.None }
            ? hint with { Kind = HintKind.FunctionEntry }
            : hint;
    }

    private static UnwindHint Mark(HintKind kind) => new(kind, default, 0, default, default);
}
