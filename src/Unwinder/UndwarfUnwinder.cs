using System.Runtime.CompilerServices;
using Undwarf;
using Unwinder.Lookup;
using Unwinder.Stacks;

namespace Unwinder;

/// <summary>
/// Finds callers from undwarf rows. It ends on every table and every stack: each step raises the stack pointer, or
/// enters a kind of stack for the first time, or is one of a small number that may do neither. It reads nothing outside
/// the stacks that its memory names.
/// </summary>
/// <remarks>Behaviour: Linux arch/x86/kernel/unwind_orc.c as of 6.1, but for what is said where it differs.</remarks>
public readonly struct UndwarfUnwinder<TLookup, TMemory>(TLookup lookup, TMemory memory) : IFrameUnwinder<UnwindState>
    where TLookup : struct, IRowLookup
    where TMemory : struct, IStackMemory
{
    /// <summary>
    /// Steps that leave the stack pointer where no stack is. One is common (an interrupted user stack, or a stack
    /// pointer in a guard page), a chain of them is not.
    /// </summary>
    private const int MaximumStalls = 8;

    private const ulong PageSize = 4096;
    private const ulong WordSize = 8;

    private readonly TLookup _lookup = lookup;
    private readonly TMemory _memory = memory;

    /// <inheritdoc/>
    public UnwindOutcome Start(in StartRegisters registers, out UnwindState state)
    {
        state = new UnwindState
        {
            Frame = new UnwindFrame { Ip = registers.Ip, Sp = registers.Sp, Bp = registers.Bp, Signal = true, Row = -1 },
            HasScratch = true,
            Scratch = registers.Scratch,
        };

        // A stack on which nothing has been pushed yet has its pointer one past its last word.
        if (_memory.TryFindStack(registers.Sp, out var stack)
            || (_memory.TryFindStack(unchecked(registers.Sp - WordSize), out stack) && stack.CanHold(registers.Sp)))
        {
            Enter(ref state, stack);
            return UnwindOutcome.Caller;
        }

        // An overflowed stack leaves the stack pointer in the guard page below; the frames just above are intact
        // (Linux d3a09104018c).
        var nextPage = unchecked((registers.Sp + PageSize - 1) & ~(PageSize - 1));
        if (!_memory.TryFindStack(nextPage, out stack))
            return UnwindOutcome.UnknownStack;

        state.Frame.Unreliable = true;
        Enter(ref state, stack);
        return UnwindOutcome.Caller;
    }

    /// <inheritdoc/>
    public UnwindOutcome Next(ref UnwindState state)
    {
        if (state.Frame.UserMode)
            return UnwindOutcome.UserMode;

        var row = _lookup.IndexOf(state.Frame.Signal ? state.Frame.Ip : unchecked(state.Frame.Ip - 1));
        state.Frame.Row = row;
        if (row < 0)
            return UnwindOutcome.NoRow;

        ref readonly var entry = ref _lookup[row];
        return entry.IsDefined ? Execute(entry, ref state) : OutcomeOfUndefined(entry);
    }

    private static UnwindOutcome OutcomeOfUndefined(in UndwarfEntry entry) =>
        entry.End ? UnwindOutcome.EndOfStack : entry.IsBlind ? UnwindOutcome.BlindRow : UnwindOutcome.UndefinedRow;

    private UnwindOutcome Execute(in UndwarfEntry entry, ref UnwindState state)
    {
        var visitedBefore = state.VisitedStacks;
        var outcome = FindCfa(entry, ref state, out var cfa);
        if (outcome != UnwindOutcome.Caller)
            return outcome;

        return entry.Type switch
        {
            FrameType.Cfa => ReturnThroughCall(entry, cfa, visitedBefore, ref state),
            FrameType.Regs or FrameType.Iret => ReturnThroughInterrupt(entry, cfa, visitedBefore, ref state),
            _ => UnwindOutcome.UnknownType,
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
                if (!TryRead(state.Frame.Sp, ref state, out cfa))
                    return UnwindOutcome.UnreadableCfa;
                cfa = unchecked(cfa + offset);
                return UnwindOutcome.Caller;
            case UndwarfRegister.BpIndirect:
                return TryRead(unchecked(state.Frame.Bp + offset), ref state, out cfa) ? UnwindOutcome.Caller : UnwindOutcome.UnreadableCfa;
            case UndwarfRegister.R10 or UndwarfRegister.R13 or UndwarfRegister.Di or UndwarfRegister.Dx:
                cfa = unchecked(ScratchValue(entry.CfaRegister, state.Scratch) + offset);
                return state.HasScratch ? UnwindOutcome.Caller : UnwindOutcome.MissingRegisters;
            default:
                return UnwindOutcome.UnknownCfaRegister;
        }
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

        state.Frame.Ip = returnAddress;
        state.Frame.Sp = cfa;
        state.Frame.Bp = bp;
        state.Frame.IpSlot = slot;
        state.Frame.Signal = entry.Signal;
        state.Frame.Registers = RegisterFrame.None;
        state.Frame.RegistersAddress = 0;
        state.HasScratch = false;
        return UnwindOutcome.Caller;
    }

    private UnwindOutcome ReturnThroughInterrupt(in UndwarfEntry entry, ulong cfa, uint visitedBefore, ref UnwindState state)
    {
        var caller = state;
        var outcome = entry.Type == FrameType.Regs
            ? ReadRegisters(cfa, ref state, ref caller)
            : ReadHardwareFrame(cfa, ref state, ref caller);
        if (outcome == UnwindOutcome.Caller)
            outcome = FindBp(entry, cfa, ref state, ref caller.Frame.Bp);
        if (outcome == UnwindOutcome.Caller)
            outcome = CheckProgress(caller.Frame.Sp, visitedBefore, mayReenter: IsAtTop(entry, cfa, state), ref state);
        if (outcome != UnwindOutcome.Caller)
            return outcome;

        caller.Frame.Signal = entry.Signal;
        caller.Stack = state.Stack;
        caller.VisitedStacks = state.VisitedStacks;
        caller.Stalls = state.Stalls;
        state = caller;
        return UnwindOutcome.Caller;
    }

    private UnwindOutcome ReadRegisters(ulong cfa, ref UnwindState state, ref UnwindState caller)
    {
        if (!Permit(cfa, PtRegs.Size, ref state)
            || !ReadHardwareWords(unchecked(cfa + PtRegs.Ip), ref state, ref caller)
            || !TryReadWord(unchecked(cfa + PtRegs.Bp), ref state, out caller.Frame.Bp)
            || !TryReadWord(unchecked(cfa + PtRegs.R10), ref state, out var r10)
            || !TryReadWord(unchecked(cfa + PtRegs.R13), ref state, out var r13)
            || !TryReadWord(unchecked(cfa + PtRegs.Di), ref state, out var di)
            || !TryReadWord(unchecked(cfa + PtRegs.Dx), ref state, out var dx))
        {
            return UnwindOutcome.UnreadableRegisters;
        }

        caller.Frame.Registers = RegisterFrame.Full;
        caller.Frame.RegistersAddress = cfa;
        caller.HasScratch = true;
        caller.Scratch = new ScratchRegisters(r10, r13, di, dx);
        return UnwindOutcome.Caller;
    }

    private UnwindOutcome ReadHardwareFrame(ulong cfa, ref UnwindState state, ref UnwindState caller)
    {
        if (!Permit(cfa, PtRegs.HardwareFrameSize, ref state) || !ReadHardwareWords(cfa, ref state, ref caller))
            return UnwindOutcome.UnreadableHardwareFrame;

        // Entry code this early has not changed the registers yet, so those that an earlier frame saved are still
        // this frame's (Linux 81b67439d147): caller.Scratch and caller.HasScratch stay.
        caller.Frame.Registers = RegisterFrame.Partial;
        caller.Frame.RegistersAddress = unchecked(cfa - PtRegs.Ip);
        return UnwindOutcome.Caller;
    }

    private bool ReadHardwareWords(ulong address, ref UnwindState state, ref UnwindState caller)
    {
        const int Cs = PtRegs.Cs - PtRegs.Ip;
        const int Sp = PtRegs.Sp - PtRegs.Ip;
        if (!TryReadWord(address, ref state, out caller.Frame.Ip)
            || !TryReadWord(unchecked(address + Cs), ref state, out var codeSegment)
            || !TryReadWord(unchecked(address + Sp), ref state, out caller.Frame.Sp))
        {
            return false;
        }

        caller.Frame.IpSlot = address;
        caller.Frame.UserMode = (codeSegment & 3) != 0;
        return true;
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
        entry.Type == FrameType.Iret && unchecked(cfa + PtRegs.HardwareFrameSize) == state.Stack.End;

    private static UnwindOutcome CheckProgress(ulong callerSp, uint visitedBefore, bool mayReenter, ref UnwindState state)
    {
        if (state.VisitedStacks != visitedBefore || callerSp > state.Frame.Sp)
            return UnwindOutcome.Caller;
        if (!mayReenter && state.Stack.CanHold(callerSp))
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
        if (_memory.TryReadWord(address, out value))
            return true;
        state.Frame.FaultAddress = address;
        return false;
    }

    /// <summary>Moves to the stack that holds the address if the current one does not, once for each kind of stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Permit(ulong address, ulong length, ref UnwindState state) =>
        state.Stack.Contains(address, length) || MoveToStackOf(address, length, ref state);

    private bool MoveToStackOf(ulong address, ulong length, ref UnwindState state)
    {
        state.Frame.FaultAddress = address;
        if (!_memory.TryFindStack(address, out var stack) || (state.VisitedStacks & BitOf(stack.Kind)) != 0)
            return false;

        Enter(ref state, stack);
        return stack.Contains(address, length);
    }

    private static void Enter(ref UnwindState state, in StackRange stack)
    {
        state.Stack = stack;
        state.VisitedStacks |= BitOf(stack.Kind);
    }

    private static uint BitOf(StackKind kind) => 1u << (int)kind;
}
