using Emulator;
using Harness.Loading;
using Undwarf;
using Unwinder;

namespace Harness.Verification.Chains;

/// <summary>
/// A step to an interrupted frame that was right, and everything that it depends on beside the stack that it starts on:
/// a step for which all of that is the same comes to the same.
/// </summary>
internal sealed class InterruptedStep(CpuState cpu, GuestStackMemory memory)
{
    private readonly byte[] _frame = new byte[PtRegs.Size];
    private UndwarfEntry _entry;
    private ulong _cfa;
    private int _length;
    private ulong _callerSp;
    private bool _rises;
    private ulong _bp;
    private ScratchRegisters _scratch;

    /// <summary>Remembers a step. False when it is not of the kind that can be.</summary>
    public bool TryRemember(in UndwarfEntry entry, ulong sp, ulong bp, ulong callerSp)
    {
        _length = entry.Type switch
        {
            FrameType.Regs => PtRegs.Size,
            FrameType.Iret => PtRegs.HardwareFrameSize,
            _ => 0,
        };
        if (_length == 0 || entry.BpRegister != UndwarfRegister.Undefined || !TryFindCfa(entry, sp, bp, out _cfa)
            || !memory.TryReadBytes(_cfa, _length, out var bytes))
        {
            return false;
        }

        bytes.CopyTo(_frame);
        (_entry, _callerSp, _rises, _bp, _scratch) = (entry, callerSp, callerSp > sp, bp, Scratch);
        return true;
    }

    /// <summary>
    /// Is a step with this row the same? The row's type and flags, the CFA and all words from there on, whether the stack
    /// pointer rises, and, as the hardware's frame does not have them, the registers that stay what they are.
    /// </summary>
    public bool IsRepeatedBy(in UndwarfEntry entry, ulong sp, ulong bp) =>
        entry.Type == _entry.Type && entry.Flags == _entry.Flags && entry.BpRegister == UndwarfRegister.Undefined
        && TryFindCfa(entry, sp, bp, out var cfa) && cfa == _cfa && _callerSp > sp == _rises
        && memory.TryReadBytes(cfa, _length, out var bytes) && bytes.SequenceEqual(_frame.AsSpan(0, _length))
        && (_length == PtRegs.Size || (bp == _bp && Scratch == _scratch));

    private ScratchRegisters Scratch => new(cpu[Gpr.R10], cpu[Gpr.R13], cpu[Gpr.Rdi], cpu[Gpr.Rdx]);

    /// <summary>The CFA from registers, or from the top of the stack that rsp is known to be on.</summary>
    private bool TryFindCfa(in UndwarfEntry entry, ulong sp, ulong bp, out ulong cfa)
    {
        switch (entry.CfaRegister)
        {
            case UndwarfRegister.Sp:
                cfa = sp;
                break;
            case UndwarfRegister.Bp:
                cfa = bp;
                break;
            case UndwarfRegister.Di:
                cfa = cpu[Gpr.Rdi];
                break;
            case UndwarfRegister.SpIndirect when memory.TryReadWord(sp, out cfa):
                break;
            default:
                cfa = 0;
                return false;
        }

        cfa = unchecked(cfa + (ulong)entry.CfaOffset);
        return true;
    }
}
