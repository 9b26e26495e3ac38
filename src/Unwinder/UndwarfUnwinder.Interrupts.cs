using Undwarf;
using Undwarf.Quirks;

namespace Unwinder;

/// <content>Frames that an interrupt, an exception or a system call has left.</content>
public readonly partial struct UndwarfUnwinder<TLookup, TMemory>
{
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

        caller.Frame.Signal = entry.Signal || Has(QuirkSet.RegsIpAlwaysLiteral);
        caller.Stacks = state.Stacks;
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

        // Interrupted at a trampoline's first instruction, right after the return that came by it: the hooked slot
        // has just been popped.
        if (_runtime is not null)
            caller.Frame.Ip = Recover(caller.Frame.Ip, unchecked(caller.Frame.Sp - WordSize), ref caller);
        caller.Frame.Registers = RegisterFrame.Full;
        caller.Frame.RegistersAddress = cfa;
        caller.HasScratch = true;
        caller.Scratch = new ScratchRegisters(r10, r13, di, dx);
        return UnwindOutcome.Caller;
    }

    private UnwindOutcome ReadHardwareFrame(ulong cfa, ref UnwindState state, ref UnwindState caller)
    {
        var spBefore = state.Frame.Sp;
        if (!Permit(cfa, PtRegs.HardwareFrameSize, ref state) || !ReadHardwareWords(cfa, ref state, ref caller))
            return UnwindOutcome.UnreadableHardwareFrame;

        // Entry code this early has not changed the registers yet, so those that an earlier frame saved are still
        // this frame's (Linux 81b67439d147): caller.Scratch and caller.HasScratch stay.
        caller.HasScratch &= !Has(QuirkSet.R10BehindIret);
        caller.Frame.Registers = RegisterFrame.Partial;
        caller.Frame.RegistersAddress = unchecked(cfa - PtRegs.Ip);
        if (Has(QuirkSet.PartialRegsLost))
            LoseRegistersBelow(spBefore, state, ref caller.Frame);
        return UnwindOutcome.Caller;
    }

    /// <summary>As in 2017: without room for the rest of a pt_regs above the old stack pointer there is none.</summary>
    private static void LoseRegistersBelow(ulong spBefore, in UnwindState state, ref UnwindFrame caller)
    {
        if (caller.RegistersAddress >= spBefore && state.Stacks.Current.Contains(caller.RegistersAddress, PtRegs.Size))
            return;
        caller.Registers = RegisterFrame.None;
        caller.RegistersAddress = 0;
        caller.UserMode = false;
        caller.IpSlot = unchecked(caller.Sp - WordSize);
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
}
