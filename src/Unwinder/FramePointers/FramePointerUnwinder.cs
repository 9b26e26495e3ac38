using Undwarf.Quirks;
using Unwinder.Runtime;
using Unwinder.Stacks;

namespace Unwinder.FramePointers;

/// <summary>
/// Finds callers by the chain of frame records, {rbp of the caller, return address}, that rbp points to. It knows
/// nothing of where the code stands: where rbp is not set up yet, or no more, a caller is left out.
/// </summary>
/// <remarks>
/// Behaviour: Linux arch/x86/kernel/unwind_frame.c as of 6.1. Entry code marks rbp as a pointer to a pt_regs by setting
/// its lowest bit (ENCODE_FRAME_POINTER).
/// </remarks>
/// <param name="memory">The stacks.</param>
/// <param name="runtime">Hooked return addresses; null without any.</param>
public readonly struct FramePointerUnwinder<TMemory>(TMemory memory, RuntimeCode? runtime = null) : IFrameUnwinder<FramePointerState>
    where TMemory : struct, IStackMemory
{
    /// <summary>Bytes of a frame record.</summary>
    private const ulong RecordSize = 16;

    private const ulong WordSize = 8;

    /// <summary>A compiler that realigns the outermost function's stack puts its record up to this much lower.</summary>
    private const ulong LargestRealignment = 24;

    private readonly TMemory _memory = memory;
    private readonly RuntimeCode? _runtime = runtime;

    /// <inheritdoc/>
    public UnwindOutcome Start(in StartRegisters registers, out FramePointerState state)
    {
        state = new FramePointerState { Frame = registers.ToFrame() };

        // A call through a null pointer has pushed the return address: as if its function had pushed rbp, too, and set
        // it, so that the caller is not left out (Linux f4f34e1b82eb).
        if (registers.Ip == 0 && !registers.IsReturnAddress)
            state.Record = unchecked(registers.Sp - WordSize);
        return StackStart.TryEnter(_memory, registers.Sp, QuirkSet.None, out state.Stacks, out state.Frame.Unreliable)
            ? UnwindOutcome.Caller
            : UnwindOutcome.UnknownStack;
    }

    /// <inheritdoc/>
    public UnwindOutcome Next(ref FramePointerState state)
    {
        if (state.Frame.UserMode)
            return UnwindOutcome.UserMode;
        var bp = state.Frame.Bp;
        if (state.Record != 0)
            return ReturnThroughNullCall(ref state);
        if ((bp & 1) != 0)
            return ReturnThroughInterrupt(bp & ~1UL, ref state);
        return IsLast(bp, state.Stacks.Current) ? ReturnToUserMode(ref state) : ReturnThroughCall(bp, ref state);
    }

    private UnwindOutcome ReturnThroughCall(ulong record, ref FramePointerState state)
    {
        if (!Reach(record, RecordSize, ref state))
            return UnwindOutcome.BadFramePointer;
        if (!_memory.TryReadWord(record, out var bp) || !_memory.TryReadWord(unchecked(record + WordSize), out var ip))
            return Unreadable(record, ref state);

        ReturnTo(ip, unchecked(record + WordSize), bp, ref state);
        return UnwindOutcome.Caller;
    }

    /// <summary>The record is half there: the return address, but not rbp, which is still in its register.</summary>
    private UnwindOutcome ReturnThroughNullCall(ref FramePointerState state)
    {
        var slot = unchecked(state.Record + WordSize);
        if (!state.Stacks.TryRead(_memory, slot, QuirkSet.None, out var ip))
            return Unreadable(slot, ref state);
        state.Record = 0;
        state.RecordEnd = unchecked(slot + WordSize);
        ReturnTo(ip, slot, state.Frame.Bp, ref state);
        return UnwindOutcome.Caller;
    }

    private void ReturnTo(ulong ip, ulong slot, ulong bp, ref FramePointerState state)
    {
        state.Frame.Ip = _runtime is null ? ip : _runtime.Recover(ip, slot, ref state.Hooks);
        state.Frame.IpSlot = slot;
        state.Frame.Sp = unchecked(slot + WordSize);
        state.Frame.Bp = bp;
        state.Frame.Signal = false;
        state.Frame.Registers = RegisterFrame.None;
        state.Frame.RegistersAddress = 0;
    }

    private UnwindOutcome ReturnThroughInterrupt(ulong registers, ref FramePointerState state)
    {
        if (!Reach(registers, PtRegs.Size, ref state))
            return UnwindOutcome.BadFramePointer;
        return ReadRegisters(registers, ref state) ? UnwindOutcome.Caller : Unreadable(registers, ref state);
    }

    private bool ReadRegisters(ulong registers, ref FramePointerState state)
    {
        if (!_memory.TryReadWord(unchecked(registers + PtRegs.Ip), out var ip)
            || !_memory.TryReadWord(unchecked(registers + PtRegs.Cs), out var codeSegment)
            || !_memory.TryReadWord(unchecked(registers + PtRegs.Sp), out var sp)
            || !_memory.TryReadWord(unchecked(registers + PtRegs.Bp), out var bp))
        {
            return false;
        }

        state.Frame.Ip = ip;
        state.Frame.IpSlot = unchecked(registers + PtRegs.Ip);
        state.Frame.Sp = sp;
        state.Frame.Bp = bp;
        state.Frame.Signal = true;
        state.Frame.UserMode = (codeSegment & 3) != 0;
        state.Frame.Registers = RegisterFrame.Full;
        state.Frame.RegistersAddress = registers;
        return true;
    }

    /// <summary>Does a record stand where that of a task's outermost function does: right below the pt_regs of user mode?</summary>
    private static bool IsLast(ulong record, in StackRange stack) =>
        stack.Kind == StackKind.Task && unchecked(stack.End - PtRegs.Size - RecordSize - record) <= LargestRealignment;

    private UnwindOutcome ReturnToUserMode(ref FramePointerState state)
    {
        var registers = unchecked(state.Stacks.Current.End - PtRegs.Size);
        if (!_memory.TryReadWord(unchecked(registers + PtRegs.Cs), out var codeSegment) || (codeSegment & 3) == 0)
            return UnwindOutcome.EndOfStack;
        return ReadRegisters(registers, ref state) ? UnwindOutcome.Caller : Unreadable(registers, ref state);
    }

    /// <summary>Is a record on a permitted stack, and above the last one if that is on the same?</summary>
    private bool Reach(ulong address, ulong length, ref FramePointerState state)
    {
        var visitedBefore = state.Stacks.Visited;
        state.Frame.FaultAddress = address;
        if (!state.Stacks.Permit(_memory, address, length, QuirkSet.None))
            return false;
        if (state.Stacks.Visited == visitedBefore && address < state.RecordEnd)
            return false;
        state.RecordEnd = unchecked(address + length);
        return true;
    }

    private static UnwindOutcome Unreadable(ulong address, ref FramePointerState state)
    {
        state.Frame.FaultAddress = address;
        return UnwindOutcome.UnreadableReturnAddress;
    }
}
