using Objtool.Decoding;
using Objtool.Diagnostics;
using Undwarf;
using Undwarf.Quirks;

namespace Objtool.StackStates;

/// <summary>
/// The effect of one stack operation on the state: a pure step, the heart of the analysis.
/// </summary>
/// <remarks>
/// A frame's CFA is counted from rsp until <c>mov %rsp,%rbp</c> makes it rbp-based. A realigned frame (DRAP) computes
/// the CFA into a register first (<c>lea 8(%rsp),%r10; and $-64,%rsp</c>), counts from that register until it is saved,
/// and then from the saved copy (*(rbp + n)); its saved registers are counted from rbp. Behaviour: Linux 6.1,
/// tools/objtool/check.c, whose rules for values held in registers (dd88a0a0c861, 0d0970eef3b0), for DRAP slots
/// (bf4d1a837583) and for stack swizzles (aafeb14e9da2) 2017 did not have.
/// </remarks>
internal static class StackEffects
{
    /// <summary>Applies <paramref name="operation"/> to <paramref name="state"/>.</summary>
    /// <returns><see cref="DiagnosticKind.None"/>, or why the state can't be followed any further.</returns>
    public static DiagnosticKind Apply(in StackOperation operation, in EffectContext context, ref StackState state)
    {
        if (context.Quirks.HasFlag(QuirkSet.DumbSpCopy))
            state.Values = LocationFile.Undefined;
        if (!state.Cfa.IsDefined)
        {
            // Where a hint says that nothing is known, the code may do what it likes (Linux 1e4b619185e8, 6.4).
            var isDeclared = state.Flags != EntryFlags.None;
            return context.InFunction && !isDeclared ? DiagnosticKind.UndefinedStackState : DiagnosticKind.None;
        }

        if (state.Type != FrameType.Cfa)
        {
            ApplyOnRegisterFrame(operation, context, ref state);
            return DiagnosticKind.None;
        }

        switch (operation.Destination)
        {
            case OperandKind.Register:
                return ApplyToRegister(operation, context, ref state);
            case OperandKind.Top:
                ApplyPush(operation, context, ref state);
                return DiagnosticKind.None;
            case OperandKind.Indirect:
                ApplyStore(operation, context, ref state);
                return DiagnosticKind.None;
            case OperandKind.Elsewhere when operation.Source == OperandKind.Top:
                Shrink(ref state);
                return DiagnosticKind.None;
            case OperandKind.Elsewhere:
                return DiagnosticKind.UnknownStackMemoryOperation;
            default:
                return DiagnosticKind.UnknownStackInstruction;
        }
    }

    /// <summary>Above a register frame only the distance from the stack pointer to the frame is tracked.</summary>
    private static void ApplyOnRegisterFrame(in StackOperation operation, in EffectContext context, ref StackState state)
    {
        var growth = operation switch
        {
            { Destination: OperandKind.Top } => 8,
            { Source: OperandKind.Top } => -8,
            { Source: OperandKind.Sum, SourceRegister: StackBase.Sp, Destination: OperandKind.Register, DestinationRegister: StackBase.Sp } =>
                unchecked(-operation.SourceOffset),
            _ => 0,
        };
        if (growth == 0)
            return;
        if (state.Cfa.Base == StackBase.Sp)
            state.Cfa = state.Cfa with { Offset = unchecked(state.Cfa.Offset + growth) };
        else if (state.Cfa.Base == StackBase.SpIndirect && !context.Quirks.HasFlag(QuirkSet.SpIndirectPush))
            Lose(ref state); // the pointer to the frame is no longer on top, and a row can't say where it is
    }

    private static DiagnosticKind ApplyToRegister(in StackOperation operation, in EffectContext context, ref StackState state)
    {
        switch (operation.Source)
        {
            case OperandKind.Register:
                ApplyMove(operation.SourceRegister, operation.DestinationRegister, context, ref state);
                return DiagnosticKind.None;
            case OperandKind.Sum:
                return ApplyAdd(operation, context, ref state);
            case OperandKind.Masked:
                return ApplyAlign(ref state);
            case OperandKind.Top:
                ApplyPop(operation.DestinationRegister, context, ref state);
                return DiagnosticKind.None;
            case OperandKind.Indirect:
                ApplyLoad(operation, ref state);
                return DiagnosticKind.None;
            default:
                return DiagnosticKind.UnknownStackInstruction;
        }
    }

    private static void ApplyMove(StackBase source, StackBase destination, in EffectContext context, ref StackState state)
    {
        var value = state.Values[source];
        if (source == StackBase.Sp && destination == StackBase.Bp && state.Cfa.Base == StackBase.Sp
            && state.Saved[StackBase.Bp] == Location.FromCfa(unchecked(-state.Cfa.Offset)))
        {
            // mov %rsp,%rbp right after push %rbp: from here on rbp stays put.
            state.Cfa = state.Cfa with { Base = StackBase.Bp };
            state.BpScratch = false;
        }
        else if (source == StackBase.Sp && destination == StackBase.Bp && state.Drap)
        {
            state.Saved[StackBase.Bp] = new Location(StackBase.Bp, unchecked(-state.StackSize));
            state.BpScratch = false;
        }
        else if (source == StackBase.Sp && state.Cfa.Base == StackBase.Sp)
        {
            // mov %rsp,%reg: the register may bring the stack pointer back later.
            state.Values[destination] = Location.FromCfa(unchecked(-state.StackSize));
        }
        else if (source == StackBase.Bp && destination == StackBase.Sp
            && (state.Cfa.Base == StackBase.Bp || state.Cfa.Base == state.DrapRegister))
        {
            // mov %rbp,%rsp: the first half of leave.
            state.StackSize = unchecked(-state.Saved[StackBase.Bp].Offset);
        }
        else if (destination == state.Cfa.Base)
        {
            ReplaceCfaBase(value, ref state);
        }
        else if (destination == StackBase.Sp && IsSwizzle(value, state) && !context.Quirks.HasFlag(QuirkSet.StackSwizzlePop))
        {
            // The other stack's top holds our stack pointer; the CFA is counted from elsewhere and stays.
            state.StackSize = unchecked(state.StackSize + 8);
        }
    }

    /// <summary>mov %reg,%rsp (or whatever the CFA is counted from).</summary>
    private static void ReplaceCfaBase(Location value, ref StackState state)
    {
        if (state.Cfa.Base == StackBase.Sp && value.Base == StackBase.Cfa)
        {
            state.StackSize = unchecked(-value.Offset);
            state.Cfa = state.Cfa with { Offset = state.StackSize };
        }
        else if (state.Cfa.Base == StackBase.Sp && IsSwizzle(value, state))
        {
            // mov %rsp,(%reg); mov %reg,%rsp: the word now on top of the stack is the old stack pointer.
            state.Cfa = state.Cfa with { Base = StackBase.SpIndirect };
        }
        else
        {
            Lose(ref state);
        }
    }

    private static bool IsSwizzle(Location value, in StackState state) =>
        value == new Location(StackBase.SpIndirect, state.Cfa.Offset);

    private static DiagnosticKind ApplyAdd(in StackOperation operation, in EffectContext context, ref StackState state)
    {
        var amount = operation.SourceOffset;
        var (source, destination) = (operation.SourceRegister, operation.DestinationRegister);
        if (destination == StackBase.Sp && source == StackBase.Sp)
        {
            // add $n,%rsp
            Grow(ref state, unchecked(-amount));
        }
        else if (destination == StackBase.Sp && source == StackBase.Bp)
        {
            // lea n(%rbp),%rsp
            state.StackSize = unchecked(-(amount + state.Saved[StackBase.Bp].Offset));
        }
        else if (source == StackBase.Sp && state.Cfa.Base == StackBase.Sp)
        {
            // lea n(%rsp),%reg: the start of a realignment, or an address that comes back later.
            state.DrapRegister = destination;
            state.Values[destination] = Location.FromCfa(unchecked(amount - state.StackSize));
        }
        else if (state.Drap && destination == StackBase.Sp && source == state.DrapRegister)
        {
            // lea -n(%drap),%rsp: the end of a realigned frame.
            state.StackSize = unchecked(-amount);
            state.Cfa = new Location(StackBase.Sp, state.StackSize);
            state.DrapRegister = StackBase.Undefined;
            state.Drap = false;
        }
        else if (destination == state.Cfa.Base && !context.NextHasHint)
        {
            return DiagnosticKind.UnsupportedStackRegisterModification;
        }

        return DiagnosticKind.None;
    }

    /// <summary>and $-n,%rsp</summary>
    private static DiagnosticKind ApplyAlign(ref StackState state)
    {
        var withDrap = state.DrapRegister != StackBase.Undefined;
        if (state.Cfa.Base != (withDrap ? StackBase.Sp : StackBase.Bp))
            return DiagnosticKind.UnsupportedRealignment;

        // Without a DRAP register the frame is counted from rbp and the alignment changes nothing.
        if (withDrap)
        {
            state.Cfa = new Location(state.DrapRegister, 0);
            state.StackSize = 0;
            state.Drap = true;
        }

        return DiagnosticKind.None;
    }

    private static void ApplyPop(StackBase destination, in EffectContext context, ref StackState state)
    {
        if (destination == StackBase.Sp && state.Cfa.Base == StackBase.SpIndirect)
        {
            // pop %rsp: back from the other stack.
            state.Cfa = state.Cfa with { Base = StackBase.Sp };
            if (context.Quirks.HasFlag(QuirkSet.StackSwizzlePop))
                Shrink(ref state);
            return;
        }

        if (!state.Drap && destination == state.Cfa.Base)
            state.Cfa = state.Cfa with { Base = StackBase.Sp };

        if (state.Drap && state.Cfa.Base == StackBase.BpIndirect && destination == state.DrapRegister
            && state.DrapOffset == unchecked(-state.StackSize))
        {
            ReloadDrap(ref state);
        }
        else if (state.Saved[destination].Offset == unchecked(-state.StackSize))
        {
            Restore(destination, ref state);
        }

        Shrink(ref state);
    }

    private static void ApplyLoad(in StackOperation operation, ref StackState state)
    {
        var (source, offset, destination) = (operation.SourceRegister, operation.SourceOffset, operation.DestinationRegister);
        if (!state.Drap && destination == state.Cfa.Base && destination == StackBase.Bp)
        {
            // mov n(%rsp),%rbp: rbp is the caller's again.
            state.Cfa = new Location(StackBase.Sp, state.StackSize);
        }

        if (state.Drap && source == StackBase.Bp && offset == state.DrapOffset)
            ReloadDrap(ref state);

        var saved = state.Saved[destination].Offset;
        if (state.Drap && source == StackBase.Bp && offset == saved)
            Restore(destination, ref state);
        else if (source == state.Cfa.Base && offset == unchecked(saved + state.Cfa.Offset))
            Restore(destination, ref state);
        else if (source == StackBase.Sp && offset == unchecked(saved + state.StackSize))
            Restore(destination, ref state);
    }

    private static void ApplyPush(in StackOperation operation, in EffectContext context, ref StackState state)
    {
        Grow(ref state, 8);
        if (operation.Source != OperandKind.Register)
            return;

        var register = operation.SourceRegister;
        if (!state.Drap)
        {
            Save(register, Location.FromCfa(unchecked(-state.StackSize)), ref state);
        }
        else if (register == state.Cfa.Base && register == state.DrapRegister)
        {
            SaveDrap(unchecked(-state.StackSize), context, ref state);
        }
        else if (register == StackBase.Bp && state.Cfa.Base == state.DrapRegister)
        {
            // push %rbp in a realigned frame: everything after it is counted from here, where rbp will point.
            state.StackSize = 0;
        }
        else
        {
            Save(register, new Location(StackBase.Bp, unchecked(-state.StackSize)), ref state);
        }

        if (context.CheckFramePointers && context.InFunction && register == StackBase.Bp && state.Cfa.Base != StackBase.Bp)
            state.BpScratch = true;
    }

    private static void ApplyStore(in StackOperation operation, in EffectContext context, ref StackState state)
    {
        var (register, address, offset) = (operation.SourceRegister, operation.DestinationRegister, operation.DestinationOffset);
        if (state.Drap)
        {
            if (register == state.Cfa.Base && register == state.DrapRegister)
                SaveDrap(offset, context, ref state);
            else
                Save(register, new Location(StackBase.Bp, offset), ref state);
        }
        else if (address == state.Cfa.Base)
        {
            Save(register, Location.FromCfa(unchecked(offset - state.Cfa.Offset)), ref state);
        }
        else if (address == StackBase.Sp)
        {
            Save(register, Location.FromCfa(unchecked(offset - state.StackSize)), ref state);
        }
        else if (register == StackBase.Sp && offset == 0)
        {
            // mov %rsp,(%reg): the first half of a stack swizzle.
            state.Values[address] = new Location(StackBase.SpIndirect, state.Cfa.Offset);
        }
    }

    private static void SaveDrap(int offset, in EffectContext context, ref StackState state)
    {
        var first = state.Saved[state.DrapRegister];
        state.Cfa = new Location(StackBase.BpIndirect, offset);
        state.DrapOffset = first.IsDefined && context.Quirks.HasFlag(QuirkSet.DrapPushTwice) ? first.Offset : offset;
    }

    private static void ReloadDrap(ref StackState state)
    {
        state.Cfa = new Location(state.DrapRegister, 0);
        state.DrapOffset = StackState.NoDrapOffset;
    }

    /// <summary>The first save is the one that holds the caller's value; later ones spill something else.</summary>
    private static void Save(StackBase register, Location place, ref StackState state)
    {
        if (IsCalleeSaved(register) && !state.Saved[register].IsDefined)
            state.Saved[register] = place;
    }

    private static void Restore(StackBase register, ref StackState state) =>
        state.Saved[register] = StackState.FunctionEntry.Saved[register];

    /// <summary>Nothing is known from here on, which nobody declared: without the flag it is no blind spot.</summary>
    private static void Lose(ref StackState state)
    {
        state.Cfa = Location.None;
        state.Flags &= ~EntryFlags.Signal;
    }

    private static void Shrink(ref StackState state) => Grow(ref state, -8);

    private static void Grow(ref StackState state, int bytes)
    {
        state.StackSize = unchecked(state.StackSize + bytes);
        if (state.Cfa.Base == StackBase.Sp)
            state.Cfa = state.Cfa with { Offset = unchecked(state.Cfa.Offset + bytes) };
    }

    private static bool IsCalleeSaved(StackBase register) => register
        is StackBase.Bp or StackBase.Bx or StackBase.R12 or StackBase.R13 or StackBase.R14 or StackBase.R15;
}
