using Emulator;
using Harness.Execution;
using Harness.Loading;
using Unwinder;

namespace Harness.Verification;

/// <summary>Checks the pt_regs that an unwind found behind an interrupted frame against the registers recorded there.</summary>
internal sealed class RegisterFrameCheck(GuestStackMemory memory, ShadowStack shadow)
{
    /// <summary>The general registers of a pt_regs from its lowest address up, rsp left out.</summary>
    private static readonly Gpr[] _order =
    [
        Gpr.R15, Gpr.R14, Gpr.R13, Gpr.R12, Gpr.Rbp, Gpr.Rbx, Gpr.R11, Gpr.R10, Gpr.R9, Gpr.R8, Gpr.Rax, Gpr.Rcx, Gpr.Rdx, Gpr.Rsi, Gpr.Rdi,
    ];

    /// <summary>
    /// Is the frame entered by an interrupt, its pt_regs where the hardware's part says, and, if the unwind takes all of
    /// it for valid, every register in it what it was?
    /// </summary>
    public bool IsRight(in UnwindState state, in ShadowFrame expected, int index)
    {
        if (state.Registers == RegisterFrame.None || !state.Signal || state.UserMode != expected.IsUserMode)
            return false;

        // A system call leaves it to the software where its frame is.
        if (expected.RegistersAddress != 0 && (state.RegistersAddress != expected.RegistersAddress || state.IpSlot != expected.IpSlot))
            return false;
        return state.Registers == RegisterFrame.Partial || HoldsRegisters(state.RegistersAddress, expected, index);
    }

    private bool HoldsRegisters(ulong address, in ShadowFrame expected, int index)
    {
        // What syscall itself changes: rcx and r11 hold the return address and the flags.
        var isSystemCall = expected.RegistersAddress == 0;
        ref readonly var registers = ref shadow.RegistersOf(index);
        for (var i = 0; i < _order.Length; i++)
        {
            if (isSystemCall && _order[i] is Gpr.Rcx or Gpr.R11 or Gpr.Rax)
                continue;
            if (!memory.TryReadWord(unchecked(address + (8 * (ulong)i)), out var value) || value != registers[_order[i]])
                return false;
        }

        return true;
    }
}
