using Undwarf;
using Unwinder.Lookup;
using Unwinder.Stacks;

namespace Unwinder.Tests;

public sealed class UndwarfUnwinderTests
{
    private const ulong Text = 0xffffffff81000000;
    private const ulong Task = 0xffffc90000000000;
    private const ulong Irq = 0xffffc90000100000;
    private const ulong Nmi = 0xffffc90000200000;
    private const ulong UserCode = 0x400000;
    private const ulong UserStack = 0x7fff0000;

    private static readonly UndwarfEntry _functionEntry = UndwarfEntry.FunctionEntry;
    private static readonly UndwarfEntry _regsOnTop = UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0);
    private static readonly UndwarfEntry _iretOnTop = UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 0);

    [Fact]
    public void CallFrame_ReturnAddressLiesBelowTheCfa()
    {
        // sub $16,%rsp: two locals, the return address, then the caller's frame.
        var stacks = new FakeStacks().Add(StackKind.Task, Task, 1, 2, Text + 0x105, 4);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 24)), At(Text, Task, 0x77));

        Assert.Equal((Text + 0x105, Task + 24, 0x77UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
        Assert.Equal(Task + 16, state.Frame.IpSlot);
        Assert.False(state.Frame.Signal);
        Assert.Equal(RegisterFrame.None, state.Frame.Registers);
    }

    [Theory]
    [InlineData(UndwarfRegister.Cfa, -16, 0xb0)]
    [InlineData(UndwarfRegister.Bp, 8, 0xb1)]
    public void SavedBp_IsReadFromItsBase(UndwarfRegister bpBase, short offset, ulong expected)
    {
        var stacks = new FakeStacks().Add(StackKind.Task, Task, 0xb0, Text + 1, 0, 0xb1, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 16, bpBase, offset)), At(Text, Task, Task + 16));
        Assert.Equal(expected, state.Frame.Bp);
    }

    [Fact]
    public void FrameBasedOnBp_IgnoresSp()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, Task, 0, 0, 0, 0xb0, Text + 9, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.Bp, 16, UndwarfRegister.Cfa, -16)), At(Text, Task, Task + 24));
        Assert.Equal((Text + 9, Task + 40, 0xb0UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
    }

    /// <summary>A saved rsp need not be the CFA itself (87ccc826bf1c): the offset is added to what was loaded.</summary>
    [Fact]
    public void SpIndirectCfa_AddsTheOffsetToTheWordOnTopOfTheStack()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, Task, Task + 24, 0, 0, Text + 5, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.SpIndirect, 8)), At(Text, Task, 0));
        Assert.Equal((Text + 5, Task + 32), (state.Frame.Ip, state.Frame.Sp));
    }

    [Fact]
    public void BpIndirectCfa_IsLoadedFromBpPlusOffset()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, Task, 0, Task + 32, 0, Text + 5, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.BpIndirect, 8)), At(Text, Task, Task));
        Assert.Equal((Text + 5, Task + 32), (state.Frame.Ip, state.Frame.Sp));
    }

    [Theory]
    [InlineData(UndwarfRegister.R10, 0x100)]
    [InlineData(UndwarfRegister.R13, 0x108)]
    [InlineData(UndwarfRegister.Di, 0x110)]
    [InlineData(UndwarfRegister.Dx, 0x118)]
    public void CfaFromARegister_AddsTheOffset(UndwarfRegister register, ulong distance)
    {
        var words = new ulong[64];
        words[distance / 8] = Text + 3; // at cfa - 8, where cfa = register + 8
        var scratch = new ScratchRegisters(Task + 0x100, Task + 0x108, Task + 0x110, Task + 0x118);
        var state = Step(
            new FakeStacks().Add(StackKind.Task, Task, words),
            Row(0, UndwarfEntry.Caller(register, 8)),
            new StartRegisters(Text, Task, 0, scratch));
        Assert.Equal((Text + 3, Task + distance + 8), (state.Frame.Ip, state.Frame.Sp));
    }

    [Fact]
    public void CfaFromARegister_NeedsSavedRegisters_AfterACallFrame()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, Task, Text + 0x101, 0, 0);
        var (unwinder, state) = Start(stacks, At(Text, Task, 0), Row(0, _functionEntry), Row(0x100, UndwarfEntry.Caller(UndwarfRegister.R10, 0)));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(UnwindOutcome.MissingRegisters, unwinder.Next(ref state));
    }

    /// <summary>
    /// The call that never returns is the last instruction of its function; the return address belongs to the next
    /// function, whose row would lead astray.
    /// </summary>
    [Fact]
    public void ReturnAddress_IsLookedUpInsideTheCall()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, Task, Text + 0x20, 0, Text + 0x101, 0);
        var (unwinder, state) = Start(
            stacks, At(Text, Task, 0),
            Row(0, _functionEntry), Row(0x10, UndwarfEntry.Caller(UndwarfRegister.Sp, 16)), Row(0x20, _functionEntry), Row(0x100, UndwarfEntry.EndOfStack));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Text + 0x101, state.Frame.Ip);
        Assert.Equal(UnwindOutcome.EndOfStack, unwinder.Next(ref state));
    }

    [Fact]
    public void InterruptedAddress_IsLookedUpAsItIs()
    {
        var regs = Regs(ip: Text + 0x20, sp: Task + (8 * 21));
        var stacks = new FakeStacks().Add(StackKind.Task, Task, [.. regs, Text + 0x101, 0]);
        var (unwinder, state) = Start(
            stacks, At(Text, Task, 0),
            Row(0, _regsOnTop), Row(0x10, UndwarfEntry.Undefined), Row(0x20, _functionEntry), Row(0x100, UndwarfEntry.EndOfStack));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.True(state.Frame.Signal);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Text + 0x101, state.Frame.Ip);
    }

    /// <summary>A trampoline builds a pt_regs whose ip is a return address (ffb1b4a41016): the row says so.</summary>
    [Fact]
    public void RegsRowWithoutSignal_MakesTheIpAReturnAddress()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, Task, Regs(ip: Text + 0x20, sp: Task + 160));
        var state = Step(stacks, Row(0, _regsOnTop with { Flags = EntryFlags.None }), At(Text, Task, 0));
        Assert.False(state.Frame.Signal);
    }

    [Fact]
    public void FullRegisters_GiveIpSpBpAndTheRest()
    {
        var regs = Regs(ip: Text + 0x20, sp: Task + 0x1000, bp: 0xb0);
        regs[PtRegs.R10 / 8] = 10;
        regs[PtRegs.R13 / 8] = 13;
        regs[PtRegs.Di / 8] = 0xd1;
        regs[PtRegs.Dx / 8] = 0xd2;
        var state = Step(new FakeStacks().Add(StackKind.Task, Task, regs), Row(0, _regsOnTop), At(Text, Task, 0));

        Assert.Equal((Text + 0x20, Task + 0x1000, 0xb0UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
        Assert.Equal((RegisterFrame.Full, Task), (state.Frame.Registers, state.Frame.RegistersAddress));
        Assert.Equal(Task + PtRegs.Ip, state.Frame.IpSlot);
        Assert.Equal(new ScratchRegisters(10, 13, 0xd1, 0xd2), state.Scratch);
    }

    [Fact]
    public void HardwareFrame_GivesIpAndSp_AndWhereThePtRegsWouldLie()
    {
        ulong[] frame = [Text + 0x20, 0x10, 0x202, Task + 0x1000, 0x18];
        var state = Step(new FakeStacks().Add(StackKind.Task, Task, [0, .. frame]), Row(0, UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 8)), At(Text, Task, 0xb0));

        Assert.Equal((Text + 0x20, Task + 0x1000, 0xb0UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
        Assert.Equal((RegisterFrame.Partial, Task + 8 - 128), (state.Frame.Registers, state.Frame.RegistersAddress));
        Assert.Equal(Task + 8, state.Frame.IpSlot);
    }

    /// <summary>81b67439d147: an NMI in early entry code that itself interrupted a realigned function.</summary>
    [Fact]
    public void HardwareFrame_KeepsTheRegistersOfAnEarlierFullFrame()
    {
        const ulong Drap = Task + 0x80;
        var nmiRegs = Regs(ip: Text + 0x100, sp: Task);
        nmiRegs[PtRegs.R10 / 8] = Drap;
        var words = new ulong[32];
        new[] { Text + 0x200, 0x10UL, 0x202UL, Task + 0x28, 0x18UL }.CopyTo(words, 0);
        words[15] = Text + 0x301;
        var stacks = new FakeStacks().Add(StackKind.Nmi, Nmi, nmiRegs).Add(StackKind.Task, Task, words);
        var (unwinder, state) = Start(
            stacks, At(Text, Nmi, 0),
            Row(0, _regsOnTop), Row(0x100, _iretOnTop), Row(0x200, UndwarfEntry.Caller(UndwarfRegister.R10, 0)), Row(0x300, UndwarfEntry.EndOfStack));

        Assert.Equal([Text + 0x100, Text + 0x200, Text + 0x301], WalkToEnd(unwinder, ref state, UnwindOutcome.EndOfStack));
    }

    [Theory]
    [InlineData(FrameType.Regs)]
    [InlineData(FrameType.Iret)]
    public void UserModeFrame_IsReportedAndThenTheChainIsComplete(FrameType type)
    {
        var regs = Regs(ip: UserCode, sp: UserStack, cs: 0x33);
        short offset = 0;
        if (type == FrameType.Iret)
            (regs, offset) = (regs[16..], 0);
        var (unwinder, state) = Start(
            new FakeStacks().Add(StackKind.Task, Task, regs), At(Text, Task, 0), Row(0, UndwarfEntry.Interrupted(type, UndwarfRegister.Sp, offset)));

        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal((UserCode, UserStack, true), (state.Frame.Ip, state.Frame.Sp, state.Frame.UserMode));
        Assert.Equal(UnwindOutcome.UserMode, unwinder.Next(ref state));
    }

    [Fact]
    public void ChainOfStacks_IsFollowedFromNmiOverIrqToTask()
    {
        var nmi = Regs(ip: Text + 0x100, sp: Irq);
        var irq = new ulong[] { Task }; // the link to pt_regs at the top of the IRQ stack
        var task = Regs(ip: Text + 0x200, sp: Task + (8 * 21)).Append(Text + 0x301).Append(0UL).ToArray();
        var stacks = new FakeStacks().Add(StackKind.Nmi, Nmi, nmi).Add(StackKind.Irq, Irq, irq).Add(StackKind.Task, Task, task);
        var (unwinder, state) = Start(
            stacks, At(Text, Nmi, 0),
            Row(0, _regsOnTop),
            Row(0x100, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.SpIndirect, 0)),
            Row(0x200, _functionEntry),
            Row(0x300, UndwarfEntry.EndOfStack));

        Assert.Equal([Text + 0x100, Text + 0x200, Text + 0x301], WalkToEnd(unwinder, ref state, UnwindOutcome.EndOfStack));
        Assert.Equal(StackKind.Task, state.Stacks.Current.Kind);
    }

    [Fact]
    public void StackOfAKindVisitedBefore_IsRefused()
    {
        var irq = Regs(ip: Text + 0x100, sp: Task);
        var task = Regs(ip: Text + 0x200, sp: Irq);
        var stacks = new FakeStacks().Add(StackKind.Irq, Irq, irq).Add(StackKind.Task, Task, task);
        var (unwinder, state) = Start(stacks, At(Text, Irq, 0), Row(0, _regsOnTop));
        Assert.Equal([Text + 0x100, Text + 0x200], WalkToEnd(unwinder, ref state, UnwindOutcome.UnreadableRegisters));
        Assert.Equal(Irq, state.Frame.FaultAddress);
    }

    public static TheoryData<UndwarfEntry, UnwindOutcome> BrokenRows => new()
    {
        { UndwarfEntry.Undefined, UnwindOutcome.UndefinedRow },
        { UndwarfEntry.Blind, UnwindOutcome.BlindRow },
        { UndwarfEntry.EndOfStack, UnwindOutcome.EndOfStack },
        { UndwarfEntry.Caller(UndwarfRegister.Cfa, 8), UnwindOutcome.UnknownCfaRegister },
        { UndwarfEntry.Caller((UndwarfRegister)10, 8), UnwindOutcome.UnknownCfaRegister },
        { UndwarfEntry.Caller((UndwarfRegister)15, 8), UnwindOutcome.UnknownCfaRegister },
        { UndwarfEntry.Caller(UndwarfRegister.Sp, 8, UndwarfRegister.Sp, 0), UnwindOutcome.UnknownBpRegister },
        { UndwarfEntry.Caller(UndwarfRegister.Sp, 8, (UndwarfRegister)12, 0), UnwindOutcome.UnknownBpRegister },
        { UndwarfEntry.FunctionEntry with { Type = (FrameType)3 }, UnwindOutcome.UnknownType },
        { UndwarfEntry.Caller(UndwarfRegister.Sp, 0), UnwindOutcome.UnreadableReturnAddress },
        { UndwarfEntry.Caller(UndwarfRegister.Sp, 40), UnwindOutcome.UnreadableReturnAddress },
        { UndwarfEntry.Caller(UndwarfRegister.Sp, -8), UnwindOutcome.UnreadableReturnAddress },
        { UndwarfEntry.Caller(UndwarfRegister.SpIndirect, 64), UnwindOutcome.UnreadableReturnAddress },
        { UndwarfEntry.Caller(UndwarfRegister.BpIndirect, 0), UnwindOutcome.UnreadableCfa },
        { UndwarfEntry.Caller(UndwarfRegister.Sp, 8, UndwarfRegister.Bp, 0), UnwindOutcome.UnreadableBp },
        { UndwarfEntry.Caller(UndwarfRegister.Sp, 8, UndwarfRegister.Cfa, 64), UnwindOutcome.UnreadableBp },
        { UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0), UnwindOutcome.UnreadableRegisters },
        { UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 0), UnwindOutcome.UnreadableHardwareFrame },
    };

    [Theory]
    [MemberData(nameof(BrokenRows))]
    public void RowThatLeadsNowhere_EndsTheChainInTheSameStep_WithItsReason(UndwarfEntry entry, UnwindOutcome expected)
    {
        var (unwinder, state) = Start(new FakeStacks().Add(StackKind.Task, Task, Text, Text, Text, Text), At(Text, Task, 0x1234), Row(0, entry));
        Assert.Equal(expected, unwinder.Next(ref state));
        Assert.Equal((Text, Task, 0x1234UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
    }

    [Fact]
    public void AddressBelowTheFirstRow_HasNoRow()
    {
        var (unwinder, state) = Start(new FakeStacks().Add(StackKind.Task, Task, Text, Text), At(Text, Task, 0), Row(4, _functionEntry));
        Assert.Equal(UnwindOutcome.NoRow, unwinder.Next(ref state));
        Assert.Equal(-1, state.Frame.Row);
    }

    [Fact]
    public void StackGoingDown_IsRefused()
    {
        var (unwinder, state) = Start(
            new FakeStacks().Add(StackKind.Task, Task, 0, Text, Text, Text), At(Text, Task + 16, 0), Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 0)));
        Assert.Equal(UnwindOutcome.WrongDirection, unwinder.Next(ref state));
    }

    /// <summary>Every step gives the same stack pointer, at the very end of the stack, where the kernel's own test does not look.</summary>
    [Fact]
    public void FrameThatRepeatsAtTheEndOfTheStack_IsRefused()
    {
        var (unwinder, state) = Start(
            new FakeStacks().Add(StackKind.Task, Task, 0, Task + 8, Text + 1), At(Text, Task, Task + 8), Row(0, UndwarfEntry.Caller(UndwarfRegister.Bp, 16)));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(UnwindOutcome.WrongDirection, unwinder.Next(ref state));
    }

    /// <summary>A pt_regs whose di points to itself: no stack pointer ever moves.</summary>
    [Fact]
    public void RegistersThatLeadToThemselves_EndTheChain()
    {
        var regs = Regs(ip: Text, sp: 0x1000);
        regs[PtRegs.Di / 8] = Task;
        var (unwinder, state) = Start(
            new FakeStacks().Add(StackKind.Task, Task, regs),
            new StartRegisters(Text, Task, 0, new ScratchRegisters(0, 0, Task, 0)),
            Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Di, 0)));
        Assert.True(WalkToEnd(unwinder, ref state, UnwindOutcome.Stalled).Count < 20);
    }

    [Fact]
    public void StackPointerOnNoStack_DoesNotStart()
    {
        var unwinder = Unwinder(new FakeStacks().Add(StackKind.Task, Task, 0), Row(0, _functionEntry));
        Assert.Equal(UnwindOutcome.UnknownStack, unwinder.Start(At(Text, 0x1000, 0), out _));
    }

    /// <summary>Interrupted right after the switch to the IRQ stack: nothing is on it yet.</summary>
    [Fact]
    public void StackPointerAtTheEndOfAnEmptyStack_Starts()
    {
        var stacks = new FakeStacks().Add(StackKind.Irq, Irq, 0).Add(StackKind.Task, Task, Regs(ip: Text, sp: Task + 168));
        var unwinder = Unwinder(stacks, Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Di, 0)));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Start(new StartRegisters(Text, Irq + 8, 0, new ScratchRegisters(0, 0, Task, 0)), out var state));
        Assert.Equal(StackKind.Irq, state.Stacks.Current.Kind);
        Assert.False(state.Frame.Unreliable);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Task, state.Frame.RegistersAddress);
    }

    [Fact]
    public void StackPointerInTheGuardPage_StartsAtTheStackAbove_Unreliably()
    {
        var unwinder = Unwinder(new FakeStacks().Add(StackKind.Task, Task, Text, Text), Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 32)));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Start(At(Text, Task - 24, 0), out var state));
        Assert.True(state.Frame.Unreliable);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Task + 8, state.Frame.Sp);
    }

    private static ulong[] Regs(ulong ip, ulong sp, ulong bp = 0, ulong cs = 0x10)
    {
        var words = new ulong[PtRegs.Size / 8];
        words[PtRegs.Ip / 8] = ip;
        words[PtRegs.Cs / 8] = cs;
        words[PtRegs.Sp / 8] = sp;
        words[PtRegs.Bp / 8] = bp;
        return words;
    }

    private static StartRegisters At(ulong ip, ulong sp, ulong bp) => new(ip, sp, bp, default);

    private static UndwarfRow Row(ulong offset, UndwarfEntry entry) => new(Text + offset, entry);

    private static UndwarfUnwinder<TableSearch, FakeStacks> Unwinder(FakeStacks stacks, params UndwarfRow[] rows) =>
        new(new TableSearch(UndwarfTable.FromRows(rows)), stacks);

    private static (UndwarfUnwinder<TableSearch, FakeStacks> Unwinder, UnwindState State) Start(
        FakeStacks stacks, StartRegisters registers, params UndwarfRow[] rows)
    {
        var unwinder = Unwinder(stacks, rows);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Start(registers, out var state));
        return (unwinder, state);
    }

    private static UnwindState Step(FakeStacks stacks, UndwarfRow row, StartRegisters registers)
    {
        var (unwinder, state) = Start(stacks, registers, row);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        return state;
    }

    private static List<ulong> WalkToEnd(UndwarfUnwinder<TableSearch, FakeStacks> unwinder, ref UnwindState state, UnwindOutcome end)
    {
        var ips = new List<ulong>();
        UnwindOutcome outcome;
        while ((outcome = unwinder.Next(ref state)) == UnwindOutcome.Caller)
        {
            ips.Add(state.Frame.Ip);
            Assert.True(ips.Count < 1000, "the unwinder does not end");
        }

        Assert.Equal(end, outcome);
        return ips;
    }
}
