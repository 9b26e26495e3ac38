using System.Runtime.CompilerServices;
using Undwarf;
using Undwarf.Quirks;
using Unwinder.Lookup;
using Unwinder.Runtime;
using Unwinder.Stacks;

namespace Unwinder;

/// <summary>
/// Finds callers from undwarf rows. It ends on every table and every stack: each step raises the stack pointer, or
/// enters a kind of stack for the first time, or is one of a small number that may do neither. It reads nothing outside
/// the stacks that its memory names.
/// </summary>
/// <param name="lookup">Finds rows.</param>
/// <param name="memory">The stacks.</param>
/// <param name="quirks">Faults of the past to repeat. The usual path, a call frame counted from sp or bp, never asks.</param>
/// <param name="runtime">Hooked return addresses and copied code; null without any.</param>
/// <remarks>Behaviour: Linux arch/x86/kernel/unwind_orc.c as of 6.1, but for what is said where it differs.</remarks>
public readonly partial struct UndwarfUnwinder<TLookup, TMemory>(
    TLookup lookup, TMemory memory, QuirkSet quirks = QuirkSet.None, RuntimeCode? runtime = null) : IFrameUnwinder<UnwindState>
    where TLookup : struct, IRowLookup
    where TMemory : struct, IStackMemory
{
    /// <summary>
    /// Steps that leave the stack pointer where no stack is. One is common (an interrupted user stack, or a stack
    /// pointer in a guard page), a chain of them is not.
    /// </summary>
    private const int MaximumStalls = 8;

    private const ulong WordSize = 8;

    private readonly TLookup _lookup = lookup;
    private readonly TMemory _memory = memory;
    private readonly QuirkSet _quirks = quirks;
    private readonly RuntimeCode? _runtime = runtime;

    // A call on a readonly field of a type parameter copies the struct first, each time. Rows and memory don't change by being read.
    private ref TLookup Lookup => ref Unsafe.AsRef(in _lookup);

    private ref TMemory Memory => ref Unsafe.AsRef(in _memory);

    /// <inheritdoc/>
    public UnwindOutcome Start(in StartRegisters registers, out UnwindState state)
    {
        state = new UnwindState
        {
            Frame = registers.ToFrame(),
            HasScratch = !registers.IsReturnAddress,
            Scratch = registers.Scratch,
        };
        if (!_lookup.IsReady && !Has(QuirkSet.PartialSaveBeforeInit))
            return UnwindOutcome.NoTables;
        if (!StackStart.TryEnter(_memory, registers.Sp, _quirks, out state.Stacks, out state.Frame.Unreliable))
            return UnwindOutcome.UnknownStack;
        return UnwindOutcome.Caller;
    }

    /// <inheritdoc/>
    public UnwindOutcome Next(ref UnwindState state)
    {
        if (state.Frame.UserMode)
            return UnwindOutcome.UserMode;

        var row = Lookup.IndexOf(state.Frame.Signal ? state.Frame.Ip : unchecked(state.Frame.Ip - 1));
        state.Frame.Row = row;
        if (row < 0)
            return StepWithoutRow(ref state);

        ref readonly var entry = ref Lookup[row];
        if (TryUsualStep(entry, ref state))
            return UnwindOutcome.Caller;
        return entry.IsDefined ? Execute(entry, ref state) : OutcomeOfUndefined(entry);
    }

    private UnwindOutcome OutcomeOfUndefined(in UndwarfEntry entry) =>
        entry.End || Has(QuirkSet.BlindSpotCalledEnd) ? UnwindOutcome.EndOfStack
        : entry.IsBlind ? UnwindOutcome.BlindRow : UnwindOutcome.UndefinedRow;

    private UnwindOutcome Execute(in UndwarfEntry entry, ref UnwindState state)
    {
        var visitedBefore = state.Stacks.Visited;
        var outcome = FindCfa(entry, ref state, out var cfa);
        if (outcome != UnwindOutcome.Caller)
            return outcome;

        return entry.Type switch
        {
            FrameType.Cfa => ReturnThroughCall(entry, cfa, visitedBefore, ref state),
            FrameType.Regs or FrameType.Iret => ReturnThroughInterrupt(entry, cfa, visitedBefore, ref state),
            _ => Has(QuirkSet.BadRowTypeContinues) ? ChangeBpOnly(entry, cfa, visitedBefore, ref state) : UnwindOutcome.UnknownType,
        };
    }

    private UnwindOutcome FindCfa(in UndwarfEntry entry, ref UnwindState state, out ulong cfa)
    {
        var offset = unchecked((ulong)entry.CfaOffset);
        cfa = 0;
        switch (entry.CfaRegister)
        {
            case UndwarfRegister.Sp:
                cfa = unchecked(state.Frame.Sp + offset);
                return UnwindOutcome.Caller;
            case UndwarfRegister.Bp:
                cfa = unchecked(state.Frame.Bp + offset);
                return UnwindOutcome.Caller;
            case UndwarfRegister.SpIndirect:
                return FindIndirectCfa(offset, ref state, out cfa);
            case UndwarfRegister.BpIndirect:
                return TryRead(unchecked(state.Frame.Bp + offset), ref state, out cfa) ? UnwindOutcome.Caller : UnwindOutcome.UnreadableCfa;
            case UndwarfRegister.R10 or UndwarfRegister.R13 or UndwarfRegister.Di or UndwarfRegister.Dx:
                cfa = unchecked(ScratchValue(entry.CfaRegister, state.Scratch) + (Has(QuirkSet.RegisterBaseOffsetIgnored) ? 0 : offset));
                return state.HasScratch ? UnwindOutcome.Caller : UnwindOutcome.MissingRegisters;
            default:
                return UnwindOutcome.UnknownCfaRegister;
        }
    }

    /// <summary>The saved stack pointer need not be the CFA itself (Linux 87ccc826bf1c).</summary>
    private UnwindOutcome FindIndirectCfa(ulong offset, ref UnwindState state, out ulong cfa)
    {
        var (before, after) = Has(QuirkSet.IndirectBaseOrder) ? (offset, 0UL) : (0UL, offset);
        if (!TryRead(unchecked(state.Frame.Sp + before), ref state, out cfa))
            return UnwindOutcome.UnreadableCfa;
        cfa = unchecked(cfa + after);
        return UnwindOutcome.Caller;
    }

    private static ulong ScratchValue(UndwarfRegister register, in ScratchRegisters scratch) => register switch
    {
        UndwarfRegister.R10 => scratch.R10,
        UndwarfRegister.R13 => scratch.R13,
        UndwarfRegister.Di => scratch.Di,
        _ => scratch.Dx,
    };

    private UnwindOutcome ReturnThroughCall(in UndwarfEntry entry, ulong cfa, uint visitedBefore, ref UnwindState state)
    {
        var slot = unchecked(cfa - WordSize);
        if (!TryRead(slot, ref state, out var returnAddress))
            return UnwindOutcome.UnreadableReturnAddress;

        var bp = state.Frame.Bp;
        var outcome = FindBp(entry, cfa, ref state, ref bp);
        if (outcome == UnwindOutcome.Caller)
            outcome = CheckProgress(cfa, visitedBefore, mayReenter: false, ref state);
        if (outcome != UnwindOutcome.Caller)
            return outcome;

        state.Frame.Ip = _runtime is null ? returnAddress : Recover(returnAddress, slot, ref state);
        state.Frame.Sp = cfa;
        state.Frame.Bp = bp;
        state.Frame.IpSlot = slot;
        state.Frame.Signal = entry.Signal;
        state.Frame.Registers = RegisterFrame.None;
        state.Frame.RegistersAddress = 0;
        state.HasScratch = false;
        return UnwindOutcome.Caller;
    }

    private UnwindOutcome FindBp(in UndwarfEntry entry, ulong cfa, ref UnwindState state, ref ulong bp)
    {
        var offset = unchecked((ulong)entry.BpOffset);
        switch (entry.BpRegister)
        {
            case UndwarfRegister.Undefined:
                return UnwindOutcome.Caller;
            case UndwarfRegister.Cfa:
                return TryRead(unchecked(cfa + offset), ref state, out bp) ? UnwindOutcome.Caller : UnwindOutcome.UnreadableBp;
            case UndwarfRegister.Bp:
                return TryRead(unchecked(state.Frame.Bp + offset), ref state, out bp) ? UnwindOutcome.Caller : UnwindOutcome.UnreadableBp;
            default:
                return UnwindOutcome.UnknownBpRegister;
        }
    }

    /// <summary>
    /// Does the hardware's frame lie where the hardware puts it whoever uses the stack? An NMI that arrives after an
    /// exception inside another's handler overwrites that one's frame, and what it interrupted lies below. Linux gives up
    /// there; it never unwinds from the few instructions that notice.
    /// </summary>
    private static bool IsAtTop(in UndwarfEntry entry, ulong cfa, in UnwindState state) =>
        entry.Type == FrameType.Iret && unchecked(cfa + PtRegs.HardwareFrameSize) == state.Stacks.Current.End;

    private static UnwindOutcome CheckProgress(ulong callerSp, uint visitedBefore, bool mayReenter, ref UnwindState state)
    {
        if (state.Stacks.Visited != visitedBefore || callerSp > state.Frame.Sp)
            return UnwindOutcome.Caller;
        if (!mayReenter && state.Stacks.Current.CanHold(callerSp))
            return UnwindOutcome.WrongDirection;
        return ++state.Stalls > MaximumStalls ? UnwindOutcome.Stalled : UnwindOutcome.Caller;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryRead(ulong address, ref UnwindState state, out ulong value)
    {
        value = 0;
        return Permit(address, WordSize, ref state) && TryReadWord(address, ref state, out value);
    }

    private bool TryReadWord(ulong address, ref UnwindState state, out ulong value)
    {
        if (Memory.TryReadWord(address, out value))
            return true;
        state.Frame.FaultAddress = address;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Permit(ulong address, ulong length, ref UnwindState state)
    {
        if (state.Stacks.Permit(_memory, address, length, _quirks))
            return true;
        state.Frame.FaultAddress = address;
        return false;
    }

    private bool Has(QuirkSet quirk) => (_quirks & quirk) != 0;
}
