using System.Numerics;
using Undwarf.Quirks;
using Unwinder.Dwarf.Expressions;
using Unwinder.Dwarf.Records;
using Unwinder.Dwarf.Rows;
using Unwinder.Stacks;

namespace Unwinder.Dwarf;

/// <summary>
/// Finds callers from call frame information. It ends on all tables and stacks: each step raises the stack pointer within
/// a stack, or enters a kind of stack for the first time, or is one of a small number that may do neither. It reads
/// nothing outside the stacks that its memory names.
/// </summary>
/// <remarks>DWARF 4, 6.4; System V ABI, AMD64 supplement, 3.7.</remarks>
public readonly struct DwarfUnwinder<TLookup, TMemory>(TLookup lookup, TMemory memory) : IFrameUnwinder<DwarfState>
    where TLookup : struct, ICallFrameLookup
    where TMemory : struct, IStackMemory
{
    /// <summary>rbx, rbp, r12 to r15: a function leaves them as they were, so what no rule changes is the caller's.</summary>
    private const uint CalleeSaved = (1u << (int)DwarfRegister.Rbx) | (1u << (int)DwarfRegister.Rbp)
        | (1u << (int)DwarfRegister.R12) | (1u << (int)DwarfRegister.R13) | (1u << (int)DwarfRegister.R14) | (1u << (int)DwarfRegister.R15);

    /// <summary>
    /// Steps to a stack pointer that is on no stack: a return address need not have been read from one, it may be in a
    /// register or a constant.
    /// </summary>
    private const int MaximumStalls = 8;

    private const uint General = (1u << (int)DwarfRegister.Rip) - 1;

    private readonly TLookup _lookup = lookup;
    private readonly TMemory _memory = memory;

    /// <inheritdoc/>
    public UnwindOutcome Start(in StartRegisters registers, out DwarfState state)
    {
        state = new DwarfState
        {
            Frame = registers.ToFrame(),
            Registers = DwarfRegisters.From(registers),
        };
        return StackStart.TryEnter(_memory, registers.Sp, QuirkSet.None, out state.Stacks, out state.Frame.Unreliable)
            ? UnwindOutcome.Caller
            : UnwindOutcome.UnknownStack;
    }

    /// <inheritdoc/>
    public UnwindOutcome Next(ref DwarfState state)
    {
        if (state.Frame.UserMode)
            return UnwindOutcome.UserMode;

        var index = _lookup.IndexOf(state.Frame.Signal ? state.Frame.Ip : unchecked(state.Frame.Ip - 1));
        state.Frame.Row = index;
        return index < 0 ? UnwindOutcome.NoRow : Execute(_lookup[index], _lookup.CommonOf(index), ref state);
    }

    private UnwindOutcome Execute(in CallFrameRow row, CommonInformation common, ref DwarfState state)
    {
        var visitedBefore = state.Stacks.Visited;
        var memory = new FrameMemory<TMemory>(_memory, ref state);
        var outcome = FindCfa(row, common, state.Registers, ref memory, out var cfa);
        if (outcome != UnwindOutcome.Caller)
            return outcome;
        if (row[common.ReturnAddress].Kind == RuleKind.Undefined)
            return UnwindOutcome.EndOfStack;

        outcome = FindRegisters(row, common, cfa, state.Registers, ref memory, out var registers, out var slot);
        if (outcome != UnwindOutcome.Caller)
            return outcome;
        if (!registers.Has(common.ReturnAddress) || !registers.Has(DwarfRegister.Rsp))
            return UnwindOutcome.MissingRegisters;

        var callerSp = registers[DwarfRegister.Rsp];
        outcome = CheckProgress(callerSp, visitedBefore, ref state);
        if (outcome != UnwindOutcome.Caller)
            return outcome;

        var ip = registers[common.ReturnAddress];
        registers[DwarfRegister.Rip] = ip;
        state.Registers = registers;
        state.Frame.Ip = ip;
        state.Frame.Sp = callerSp;
        state.Frame.Bp = registers[DwarfRegister.Rbp];
        state.Frame.IpSlot = slot;
        state.Frame.Signal = common.IsSignalFrame;

        // The format has no word for the privilege level. The kernel's own DWARF unwinder of 2.6.18 went by the address.
        state.Frame.UserMode = common.IsSignalFrame && unchecked((long)ip) >= 0;
        var hasHardwareFrame = common.IsSignalFrame && slot != 0;
        state.Frame.Registers = hasHardwareFrame ? RegisterFrame.Partial : RegisterFrame.None;
        state.Frame.RegistersAddress = hasHardwareFrame ? unchecked(slot - PtRegs.Ip) : 0;
        return UnwindOutcome.Caller;
    }

    private static UnwindOutcome FindCfa(
        in CallFrameRow row, CommonInformation common, in DwarfRegisters registers, ref FrameMemory<TMemory> memory, out ulong cfa)
    {
        cfa = 0;
        var rule = row.Cfa;
        switch (rule.Kind)
        {
            case RuleKind.Register:
                cfa = unchecked(registers[rule.Register] + (ulong)rule.Value);
                return registers.Has(rule.Register) ? UnwindOutcome.Caller : UnwindOutcome.MissingRegisters;
            case RuleKind.Expression:
                var status = DwarfExpression.Evaluate(common.Section.Bytes.Span, rule.Value, rule.Length, registers, null, ref memory, out cfa);
                return OutcomeOf(status, UnwindOutcome.UnreadableCfa);
            default:
                return UnwindOutcome.CorruptCallFrames;
        }
    }

    private static UnwindOutcome FindRegisters(
        in CallFrameRow row, CommonInformation common, ulong cfa, in DwarfRegisters before, ref FrameMemory<TMemory> memory,
        out DwarfRegisters registers, out ulong returnAddressSlot)
    {
        returnAddressSlot = 0;
        registers = before;
        // Code that was not called, as an interrupt handler's entry, owes nothing to a convention: what it has not
        // saved it has not changed.
        registers.KeepOnly(common.IsSignalFrame ? General : CalleeSaved);
        registers[DwarfRegister.Rsp] = cfa;
        for (var left = row.Specified; left != 0; left &= left - 1)
        {
            var register = (DwarfRegister)BitOperations.TrailingZeroCount(left);
            var outcome = FindRegister(register, row[register], common, cfa, before, ref memory, ref registers, out var slot);
            if (outcome != UnwindOutcome.Caller)
                return outcome;
            if (register == common.ReturnAddress)
                returnAddressSlot = slot;
        }

        return UnwindOutcome.Caller;
    }

    private static UnwindOutcome FindRegister(
        DwarfRegister register, in RegisterRule rule, CommonInformation common, ulong cfa, in DwarfRegisters before,
        ref FrameMemory<TMemory> memory, ref DwarfRegisters registers, out ulong slot)
    {
        slot = 0;
        ulong value;
        switch (rule.Kind)
        {
            case RuleKind.Undefined:
                registers.Forget(register);
                return UnwindOutcome.Caller;
            case RuleKind.SameValue or RuleKind.Register:
                var source = rule.Kind == RuleKind.Register ? rule.Register : register;
                registers.Copy(register, before, source);
                return UnwindOutcome.Caller;
            case RuleKind.ValueOffset:
                registers[register] = unchecked(cfa + (ulong)rule.Value);
                return UnwindOutcome.Caller;
            case RuleKind.Offset:
                slot = unchecked(cfa + (ulong)rule.Value);
                break;
            default:
                var status = DwarfExpression.Evaluate(common.Section.Bytes.Span, rule.Value, rule.Length, before, cfa, ref memory, out value);
                if (status != ExpressionStatus.Value)
                    return OutcomeOf(status, Unreadable(register, common));
                if (rule.Kind == RuleKind.ValueExpression)
                {
                    registers[register] = value;
                    return UnwindOutcome.Caller;
                }

                slot = value;
                break;
        }

        if (!memory.TryRead(slot, sizeof(ulong), out value))
            return Unreadable(register, common);
        registers[register] = value;
        return UnwindOutcome.Caller;
    }

    private static UnwindOutcome CheckProgress(ulong callerSp, uint visitedBefore, ref DwarfState state)
    {
        if (state.Stacks.Visited != visitedBefore)
            return UnwindOutcome.Caller;
        if (state.Stacks.Current.CanHold(callerSp))
            return callerSp > state.Frame.Sp ? UnwindOutcome.Caller : UnwindOutcome.WrongDirection;
        return ++state.Stalls > MaximumStalls ? UnwindOutcome.Stalled : UnwindOutcome.Caller;
    }

    private static UnwindOutcome Unreadable(DwarfRegister register, CommonInformation common) =>
        register == common.ReturnAddress ? UnwindOutcome.UnreadableReturnAddress
        : register == DwarfRegister.Rbp ? UnwindOutcome.UnreadableBp
        : UnwindOutcome.UnreadableRegisters;

    private static UnwindOutcome OutcomeOf(ExpressionStatus status, UnwindOutcome unreadable) => status switch
    {
        ExpressionStatus.Value => UnwindOutcome.Caller,
        ExpressionStatus.UnknownRegister => UnwindOutcome.MissingRegisters,
        ExpressionStatus.Unreadable => unreadable,
        _ => UnwindOutcome.CorruptCallFrames,
    };
}
