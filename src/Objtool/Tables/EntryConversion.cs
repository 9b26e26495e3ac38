using Objtool.Diagnostics;
using Objtool.StackStates;
using Undwarf;
using Undwarf.Quirks;

namespace Objtool.Tables;

/// <summary>Turns the state before an instruction into the row that holds there.</summary>
internal static class EntryConversion
{
    /// <summary>None when <paramref name="entry"/> says all of it, otherwise what a row has no way to say.</summary>
    public static DiagnosticKind TryConvert(in StackState state, QuirkSet quirks, out UndwarfEntry entry)
    {
        entry = default;
        if (!state.Cfa.IsDefined)
        {
            entry = UndwarfEntry.Undefined with { Flags = state.Flags };
            return DiagnosticKind.None;
        }

        if (CfaRegisterOf(state.Cfa.Base) is not { } cfa)
            return DiagnosticKind.UnknownCfaBase;
        if (cfa == UndwarfRegister.R13 && quirks.HasFlag(QuirkSet.DrapR13AsR10))
            cfa = UndwarfRegister.R10;

        var bp = state.Saved[StackBase.Bp];
        if (BpRegisterOf(bp.Base) is not { } bpBase)
            return DiagnosticKind.UnknownBpBase;
        if (!IsShort(state.Cfa.Offset) || !IsShort(bp.Offset))
            return DiagnosticKind.OffsetOutOfRange;

        var flags = quirks.HasFlag(QuirkSet.SignalBitLost) ? state.Flags & ~EntryFlags.Signal : state.Flags;
        entry = new UndwarfEntry((short)state.Cfa.Offset, (short)bp.Offset, cfa, bpBase, state.Type, flags);
        return DiagnosticKind.None;
    }

    private static UndwarfRegister? CfaRegisterOf(StackBase stackBase) => stackBase switch
    {
        StackBase.Sp => UndwarfRegister.Sp,
        StackBase.Bp => UndwarfRegister.Bp,
        StackBase.SpIndirect => UndwarfRegister.SpIndirect,
        StackBase.BpIndirect => UndwarfRegister.BpIndirect,
        StackBase.R10 => UndwarfRegister.R10,
        StackBase.R13 => UndwarfRegister.R13,
        StackBase.Di => UndwarfRegister.Di,
        StackBase.Dx => UndwarfRegister.Dx,
        _ => null,
    };

    private static UndwarfRegister? BpRegisterOf(StackBase stackBase) => stackBase switch
    {
        StackBase.Undefined => UndwarfRegister.Undefined,
        StackBase.Cfa => UndwarfRegister.Cfa,
        StackBase.Bp => UndwarfRegister.Bp,
        _ => null,
    };

    private static bool IsShort(int offset) => offset is >= short.MinValue and <= short.MaxValue;
}
