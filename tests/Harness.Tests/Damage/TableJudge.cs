using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Verification;
using Harness.Verification.Chains;
using Undwarf;

namespace Harness.Tests.Damage;

/// <summary>
/// Says without the unwinder whether tables lead from every frame to its true caller, at every point of a run: a second
/// reading of what a row means, which knows the true callers beforehand and only has to recognise them.
/// </summary>
internal sealed class TableJudge(GuestContext context, FixtureHeader header, ShadowStack shadow, BlindSpots blindSpots, IReadOnlyList<JudgedTable> tables)
    : PointObserver
{
    private readonly CpuState _cpu = context.Machine.Cpu;
    private readonly GuestStackMemory _memory = new(context.Stacks);
    private readonly UndwarfTable _sound = context.Image.Table;
    private ulong _lowestRead;

    /// <summary>A frame as the true chain has it.</summary>
    /// <param name="Lookup">The address whose row holds.</param>
    /// <param name="Sp">Its stack pointer.</param>
    /// <param name="Bp">Its rbp.</param>
    /// <param name="Registers">Its registers; null where a call has come between.</param>
    private readonly record struct Frame(ulong Lookup, ulong Sp, ulong Bp, GprFile? Registers);

    public override void OnPoint(ulong rip, MemoryChange change)
    {
        foreach (var table in tables)
        {
            if (table.IsHarmless)
                table.IsHarmless = LeadsToAllCallers(table, new Frame(rip, _cpu.Rsp, _cpu.Rbp, _cpu.Registers));
        }
    }

    private bool LeadsToAllCallers(JudgedTable table, Frame frame)
    {
        for (var index = shadow.Depth - 1; ; index--)
        {
            if (!table.Table.TryFind(frame.Lookup, out var entry))
                return false;
            if (_sound.TryFind(frame.Lookup, out var sound) && entry != sound)
                Note(table, frame, entry, sound, index);
            if (!entry.IsDefined)
                return entry.End ? index < 0 : entry.IsBlind && blindSpots.Allow(frame.Lookup);
            if (index < 0 || !LeadsTo(entry, frame, index, out var registers))
                return false;

            ref readonly var caller = ref shadow.Frames[index];
            if (caller.IsUserMode)
                return true;
            var ip = caller.IsIpEdited ? WordAt(caller.IpSlot) ?? 0 : caller.Ip;
            frame = new Frame(caller.IsInterrupted ? ip : ip - 1, caller.Sp, caller.Bp, registers);
        }
    }

    private bool LeadsTo(in UndwarfEntry entry, in Frame frame, int index, out GprFile? registers)
    {
        registers = null;
        ref readonly var caller = ref shadow.Frames[index];
        if (CfaOf(entry, frame) is not { } cfa || entry.Signal != caller.IsInterrupted)
            return false;
        switch (entry.Type)
        {
            case FrameType.Cfa when !caller.IsInterrupted:
                return cfa == caller.Sp && caller.IpSlot == cfa - 8 && WordAt(cfa - 8) == caller.Ip && BpOf(entry, cfa, frame) == caller.Bp;
            case FrameType.Regs when caller.IsInterrupted && BpOf(entry, cfa, frame with { Bp = WordAt(unchecked(cfa + 32)) ?? ~caller.Bp }) == caller.Bp:
                registers = shadow.RegistersOf(index);
                return HoldsHardwareFrame(unchecked(cfa + 128), caller) && HoldsRegisters(cfa, index);
            case FrameType.Iret when caller.IsInterrupted && BpOf(entry, cfa, frame) == caller.Bp:
                registers = frame.Registers;
                return HoldsHardwareFrame(cfa, caller);
            default:
                return false;
        }
    }

    private ulong? CfaOf(in UndwarfEntry entry, in Frame frame)
    {
        var offset = unchecked((ulong)entry.CfaOffset);
        var start = entry.CfaRegister switch
        {
            UndwarfRegister.Sp => frame.Sp,
            UndwarfRegister.Bp => frame.Bp,
            UndwarfRegister.SpIndirect => WordAt(frame.Sp),
            UndwarfRegister.BpIndirect => unchecked(WordAt(frame.Bp + offset) - offset),
            UndwarfRegister.R10 => frame.Registers?[Gpr.R10],
            UndwarfRegister.R13 => frame.Registers?[Gpr.R13],
            UndwarfRegister.Di => frame.Registers?[Gpr.Rdi],
            UndwarfRegister.Dx => frame.Registers?[Gpr.Rdx],
            _ => null,
        };
        return unchecked(start + offset);
    }

    private ulong? BpOf(in UndwarfEntry entry, ulong cfa, in Frame frame)
    {
        var offset = unchecked((ulong)entry.BpOffset);
        return entry.BpRegister switch
        {
            UndwarfRegister.Undefined => frame.Bp,
            UndwarfRegister.Cfa => WordAt(unchecked(cfa + offset)),
            UndwarfRegister.Bp => WordAt(unchecked(frame.Bp + offset)),
            _ => null,
        };
    }

    /// <summary>ip, cs, flags, sp, ss of the interrupted code; a system call's is made by software wherever it likes.</summary>
    private bool HoldsHardwareFrame(ulong address, in ShadowFrame caller)
    {
        var ip = caller.IsIpEdited ? WordAt(caller.IpSlot) : caller.Ip;
        return (address == caller.IpSlot || caller.IpSlot == 0 || header.CopiesFrames || caller.MayBeCopied)
            && WordAt(address) == ip && WordAt(unchecked(address + 24)) == caller.Sp && (WordAt(unchecked(address + 8)) & 3) == (caller.IsUserMode ? 3UL : 0);
    }

    private bool HoldsRegisters(ulong address, int index)
    {
        Gpr[] order =
        [
            Gpr.R15, Gpr.R14, Gpr.R13, Gpr.R12, Gpr.Rbp, Gpr.Rbx, Gpr.R11, Gpr.R10, Gpr.R9, Gpr.R8, Gpr.Rax, Gpr.Rcx, Gpr.Rdx, Gpr.Rsi, Gpr.Rdi,
        ];
        var isSystemCall = shadow.Frames[index].IpSlot == 0;
        for (var i = 0; i < order.Length; i++)
        {
            var isChanged = isSystemCall ? order[i] is Gpr.Rax or Gpr.Rcx or Gpr.R11 : header.Edits.Contains(order[i]);
            if (!isChanged && WordAt(unchecked(address + (8 * (ulong)i))) != shadow.RegistersOf(index)[order[i]])
                return false;
        }

        return true;
    }

    private ulong? WordAt(ulong address)
    {
        _lowestRead = Math.Min(_lowestRead, address);
        return _memory.TryFindStack(address, out var stack) && stack.Contains(address, 8) && _memory.TryReadWord(address, out var value) ? value : null;
    }

    private void Note(JudgedTable table, in Frame frame, in UndwarfEntry entry, in UndwarfEntry sound, int index)
    {
        table.Differences |= JudgedTable.Compare(entry, sound);
        if (index < 0 || LowestRead(sound, frame, index) < frame.Sp || LowestRead(entry, frame, index) is var lowest && lowest >= frame.Sp)
            return;
        // The hardware aligns the stack before it pushes: a word below an odd multiple of 8 stays as it is.
        var isGap = lowest == frame.Sp - 8 && frame.Sp % 16 == 8;
        table.Differences |= isGap ? RowDifference.ReadsTheGap : RowDifference.ReadsWhatWasPopped;
    }

    private ulong LowestRead(in UndwarfEntry entry, in Frame frame, int index)
    {
        _lowestRead = ulong.MaxValue;
        LeadsTo(entry, frame, index, out _);
        return _lowestRead;
    }
}
