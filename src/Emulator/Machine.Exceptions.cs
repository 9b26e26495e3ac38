using System.Runtime.InteropServices;
using Emulator.Native;

namespace Emulator;

// What Unicorn reports, in the CPU's terms.
public sealed partial class Machine
{
    /// <summary>What Unicorn reported through its interrupt hook: int n, or an exception other than #PF and #UD.</summary>
    private ExceptionInfo Describe(byte vector)
    {
        var errorCode = _cpu.TakeException();
        var rip = _cpu.Rip;
        // Faults leave RIP at the instruction. Of the others only the #DB of a set TF is not asked for by the instruction.
        var isSoftware = rip != _instruction && vector != Vector.Debug;
        if (isSoftware && Gates[vector] is { } gate && gate.Dpl < _cpu.Cpl)
        {
            _cpu.Rip = _instruction;
            return new ExceptionInfo(Vector.GeneralProtection, GateErrorCode(vector), _instruction, _instruction);
        }
        var pushed = !isSoftware && Vector.HasErrorCode(vector) ? errorCode : (uint?)null;
        return new ExceptionInfo(vector, pushed, rip, _instruction, IsSoftware: isSoftware);
    }

    /// <summary>What Unicorn ended a run for.</summary>
    private ExceptionInfo Describe(UnicornError error)
    {
        _cpu.TakeException();
        var rip = _cpu.Rip;
        if (error == UnicornError.InvalidInstruction)
            return new ExceptionInfo(Vector.InvalidOpcode, null, rip, rip);
        if (_fault is not { Kind: not MemoryAccess.None } fault)
            throw new UnicornException(error, $"uc_emu_start ended at 0x{rip:x} with {error}");
        // Unicorn treats a non-canonical address like any other that is not mapped.
        if (!CanonicalAddress.Is(fault.Address))
            return new ExceptionInfo(Vector.GeneralProtection, 0, rip, _instruction, fault.Kind, fault.Address);
        _cpu.Cr2 = fault.Address;
        return new ExceptionInfo(Vector.PageFault, fault.ErrorCode(_cpu.Cpl), rip, _instruction, fault.Kind, fault.Address);
    }

    // SDM vol. 3, 6.13: the vector in bits 15..3, bit 1 set for an IDT entry.
    private static uint GateErrorCode(byte vector) => (uint)vector << 3 | 2;
}
