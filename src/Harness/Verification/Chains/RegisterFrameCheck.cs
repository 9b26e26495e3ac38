using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Unwinder;
using Unwinder.Stacks;

namespace Harness.Verification.Chains;

/// <summary>Checks the pt_regs that an unwind found behind an interrupted frame against the registers recorded there.</summary>
internal sealed class RegisterFrameCheck<TMemory>(TMemory memory, ShadowStack shadow, FixtureHeader header)
    where TMemory : struct, IStackMemory
{
    /// <summary>The general registers of a pt_regs from its lowest address up, rsp left out.</summary>
    private static readonly Gpr[] _order =
    [
        Gpr.R15, Gpr.R14, Gpr.R13, Gpr.R12, Gpr.Rbp, Gpr.Rbx, Gpr.R11, Gpr.R10, Gpr.R9, Gpr.R8, Gpr.Rax, Gpr.Rcx, Gpr.Rdx, Gpr.Rsi, Gpr.Rdi,
    ];

    /// <summary>The first of those.</summary>
    private const int CalleeSavedCount = 6;

    /// <summary>
    /// Is the frame entered by an interrupt, its pt_regs where the hardware's part says, and, if the unwind takes all of
    /// it for valid, every register in it what it was?
    /// </summary>
    public bool IsRight(in UnwindFrame frame, in ShadowFrame expected, int index)
    {
        if (frame.Registers == RegisterFrame.None || !frame.Signal || frame.UserMode != expected.IsUserMode)
            return false;
        if (frame.Ip != (expected.IsIpEdited ? WordAt(expected.IpSlot) : expected.Ip))
            return false;
        return HasRightPlace(frame, expected)
            && (frame.Registers == RegisterFrame.Partial || HoldsRegisters(frame.RegistersAddress, expected, index));
    }

    /// <summary>
    /// A call leaves none, but a trampoline may have put a pt_regs around the return address that it pushed: with the
    /// registers of the call in it, as far as a trampoline can't have changed them before.
    /// </summary>
    public bool IsRightForACall(in UnwindFrame frame, int index)
    {
        if (frame.Registers == RegisterFrame.None)
            return true;
        if (frame.Registers != RegisterFrame.Full || frame.IpSlot != unchecked(frame.RegistersAddress + PtRegs.Ip))
            return false;
        ref readonly var registers = ref shadow.RegistersOf(index);
        for (var i = 0; i < CalleeSavedCount; i++)
        {
            if (WordAt(unchecked(frame.RegistersAddress + (8 * (ulong)i))) != registers[_order[i]])
                return false;
        }

        return true;
    }

    /// <summary>A system call leaves it to the software where its frame is; an entry stub may copy the hardware's.</summary>
    private bool HasRightPlace(in UnwindFrame frame, in ShadowFrame expected) =>
        (frame.RegistersAddress == expected.RegistersAddress && frame.IpSlot == expected.IpSlot)
        || expected.RegistersAddress == 0
        || ((header.CopiesFrames || expected.MayBeCopied) && WordAt(frame.IpSlot) == expected.Ip);

    private bool HoldsRegisters(ulong address, in ShadowFrame expected, int index)
    {
        // What syscall itself changes: rcx and r11 hold the return address and the flags; rax becomes the result.
        var isSystemCall = expected.RegistersAddress == 0;
        ref readonly var registers = ref shadow.RegistersOf(index);
        for (var i = 0; i < _order.Length; i++)
        {
            var register = _order[i];
            if (isSystemCall ? register is Gpr.Rcx or Gpr.R11 or Gpr.Rax : header.Edits.Contains(register))
                continue;
            if (WordAt(unchecked(address + (8 * (ulong)i))) != registers[register])
                return false;
        }

        return true;
    }

    /// <summary>The word at an address of a stack; null elsewhere, which equals no value.</summary>
    private ulong? WordAt(ulong address) => memory.TryReadWord(address, out var value) ? value : null;
}
