using System.Runtime.CompilerServices;
using Undwarf;

namespace Unwinder;

/// <content>The step that nearly every frame takes, in one piece for the sake of speed.</content>
public readonly partial struct UndwarfUnwinder<TLookup, TMemory>
{
    /// <summary>
    /// Steps to the caller of a frame that was entered by a call, is counted from sp or bp, and has all that is read on the
    /// current stack. False, and the state is as it was, for all others: <see cref="Execute"/> takes those, and comes to the
    /// same for these.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryUsualStep(in UndwarfEntry entry, ref UnwindState state)
    {
        if (entry.Type != FrameType.Cfa || entry.CfaRegister is not (UndwarfRegister.Sp or UndwarfRegister.Bp) || _runtime is not null)
            return false;

        ref var frame = ref state.Frame;
        var cfa = unchecked((entry.CfaRegister == UndwarfRegister.Sp ? frame.Sp : frame.Bp) + (ulong)entry.CfaOffset);
        var slot = unchecked(cfa - WordSize);
        ref readonly var stack = ref state.Stacks.Current;
        if (cfa <= frame.Sp || !stack.Contains(slot, WordSize) || !Memory.TryReadWord(slot, out var returnAddress))
            return false;

        var bp = frame.Bp;
        if (entry.BpRegister == UndwarfRegister.Cfa)
        {
            var bpSlot = unchecked(cfa + (ulong)entry.BpOffset);
            if (!stack.Contains(bpSlot, WordSize) || !Memory.TryReadWord(bpSlot, out bp))
                return false;
        }
        else if (entry.BpRegister != UndwarfRegister.Undefined)
        {
            return false;
        }

        frame.Ip = returnAddress;
        frame.Sp = cfa;
        frame.Bp = bp;
        frame.IpSlot = slot;
        frame.Signal = entry.Signal;
        frame.Registers = RegisterFrame.None;
        frame.RegistersAddress = 0;
        state.HasScratch = false;
        return true;
    }
}
