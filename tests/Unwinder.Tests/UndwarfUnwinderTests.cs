using Undwarf;
using Unwinder.Stacks;
using static Unwinder.Tests.Kit.Scene;
using static Unwinder.Tests.Kit.UndwarfSteps;

namespace Unwinder.Tests;

/// <summary>One step by each kind of row.</summary>
public sealed class UndwarfUnwinderTests
{
    private const ulong UserCode = 0x400000;
    private const ulong UserStack = 0x7fff0000;

    [Fact]
    public void CallFrame_ReturnAddressLiesBelowTheCfa()
    {
        // sub $16,%rsp: two locals, the return address, then the caller's frame.
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, 1, 2, Text + 0x105, 4);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 24)), At(Text, TaskStack, 0x77));

        Assert.Equal((Text + 0x105, TaskStack + 24, 0x77UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
        Assert.Equal(TaskStack + 16, state.Frame.IpSlot);
        Assert.False(state.Frame.Signal);
        Assert.Equal(RegisterFrame.None, state.Frame.Registers);
    }

    [Theory]
    [InlineData(UndwarfRegister.Cfa, -16, 0xb0)]
    [InlineData(UndwarfRegister.Bp, 8, 0xb1)]
    public void SavedBp_IsReadFromItsBase(UndwarfRegister bpBase, short offset, ulong expected)
    {
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, 0xb0, Text + 1, 0, 0xb1, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 16, bpBase, offset)), At(Text, TaskStack, TaskStack + 16));
        Assert.Equal(expected, state.Frame.Bp);
    }

    [Fact]
    public void FrameBasedOnBp_IgnoresSp()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, 0, 0, 0, 0xb0, Text + 9, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.Bp, 16, UndwarfRegister.Cfa, -16)), At(Text, TaskStack, TaskStack + 24));
        Assert.Equal((Text + 9, TaskStack + 40, 0xb0UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
    }

    /// <summary>A saved rsp need not be the CFA itself (87ccc826bf1c): the offset is added to what was loaded.</summary>
    [Fact]
    public void SpIndirectCfa_AddsTheOffsetToTheWordOnTopOfTheStack()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, TaskStack + 24, 0, 0, Text + 5, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.SpIndirect, 8)), At(Text, TaskStack, 0));
        Assert.Equal((Text + 5, TaskStack + 32), (state.Frame.Ip, state.Frame.Sp));
    }

    [Fact]
    public void BpIndirectCfa_IsLoadedFromBpPlusOffset()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, 0, TaskStack + 32, 0, Text + 5, 0);
        var state = Step(stacks, Row(0, UndwarfEntry.Caller(UndwarfRegister.BpIndirect, 8)), At(Text, TaskStack, TaskStack));
        Assert.Equal((Text + 5, TaskStack + 32), (state.Frame.Ip, state.Frame.Sp));
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
        var scratch = new ScratchRegisters(TaskStack + 0x100, TaskStack + 0x108, TaskStack + 0x110, TaskStack + 0x118);
        var state = Step(
            new FakeStacks().Add(StackKind.Task, TaskStack, words),
            Row(0, UndwarfEntry.Caller(register, 8)),
            new StartRegisters(Text, TaskStack, 0, scratch));
        Assert.Equal((Text + 3, TaskStack + distance + 8), (state.Frame.Ip, state.Frame.Sp));
    }

    [Fact]
    public void CfaFromARegister_NeedsSavedRegisters_AfterACallFrame()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, Text + 0x101, 0, 0);
        var (unwinder, state) = Start(stacks, At(Text, TaskStack, 0), Row(0, FunctionEntry), Row(0x100, UndwarfEntry.Caller(UndwarfRegister.R10, 0)));
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
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, Text + 0x20, 0, Text + 0x101, 0);
        var (unwinder, state) = Start(
            stacks, At(Text, TaskStack, 0),
            Row(0, FunctionEntry), Row(0x10, UndwarfEntry.Caller(UndwarfRegister.Sp, 16)), Row(0x20, FunctionEntry), Row(0x100, UndwarfEntry.EndOfStack));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Text + 0x101, state.Frame.Ip);
        Assert.Equal(UnwindOutcome.EndOfStack, unwinder.Next(ref state));
    }

    [Fact]
    public void InterruptedAddress_IsLookedUpAsItIs()
    {
        var regs = Regs(ip: Text + 0x20, sp: TaskStack + (8 * 21));
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, [.. regs, Text + 0x101, 0]);
        var (unwinder, state) = Start(
            stacks, At(Text, TaskStack, 0),
            Row(0, RegsOnTop), Row(0x10, UndwarfEntry.Undefined), Row(0x20, FunctionEntry), Row(0x100, UndwarfEntry.EndOfStack));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.True(state.Frame.Signal);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Text + 0x101, state.Frame.Ip);
    }

    /// <summary>A trampoline builds a pt_regs whose ip is a return address (ffb1b4a41016): the row says so.</summary>
    [Fact]
    public void RegsRowWithoutSignal_MakesTheIpAReturnAddress()
    {
        var stacks = new FakeStacks().Add(StackKind.Task, TaskStack, Regs(ip: Text + 0x20, sp: TaskStack + 160));
        var state = Step(stacks, Row(0, RegsOnTop with { Flags = EntryFlags.None }), At(Text, TaskStack, 0));
        Assert.False(state.Frame.Signal);
    }

    [Fact]
    public void FullRegisters_GiveIpSpBpAndTheRest()
    {
        var regs = Regs(ip: Text + 0x20, sp: TaskStack + 0x1000, bp: 0xb0);
        regs[PtRegs.R10 / 8] = 10;
        regs[PtRegs.R13 / 8] = 13;
        regs[PtRegs.Di / 8] = 0xd1;
        regs[PtRegs.Dx / 8] = 0xd2;
        var state = Step(new FakeStacks().Add(StackKind.Task, TaskStack, regs), Row(0, RegsOnTop), At(Text, TaskStack, 0));

        Assert.Equal((Text + 0x20, TaskStack + 0x1000, 0xb0UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
        Assert.Equal((RegisterFrame.Full, TaskStack), (state.Frame.Registers, state.Frame.RegistersAddress));
        Assert.Equal(TaskStack + PtRegs.Ip, state.Frame.IpSlot);
        Assert.Equal(new ScratchRegisters(10, 13, 0xd1, 0xd2), state.Scratch);
    }

    [Fact]
    public void HardwareFrame_GivesIpAndSp_AndWhereThePtRegsWouldLie()
    {
        ulong[] frame = [Text + 0x20, 0x10, 0x202, TaskStack + 0x1000, 0x18];
        var state = Step(new FakeStacks().Add(StackKind.Task, TaskStack, [0, .. frame]), Row(0, UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 8)), At(Text, TaskStack, 0xb0));

        Assert.Equal((Text + 0x20, TaskStack + 0x1000, 0xb0UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
        Assert.Equal((RegisterFrame.Partial, TaskStack + 8 - 128), (state.Frame.Registers, state.Frame.RegistersAddress));
        Assert.Equal(TaskStack + 8, state.Frame.IpSlot);
    }

    /// <summary>81b67439d147: an NMI in early entry code that itself interrupted a realigned function.</summary>
    [Fact]
    public void HardwareFrame_KeepsTheRegistersOfAnEarlierFullFrame()
    {
        const ulong Drap = TaskStack + 0x80;
        var nmiRegs = Regs(ip: Text + 0x100, sp: TaskStack);
        nmiRegs[PtRegs.R10 / 8] = Drap;
        var words = new ulong[32];
        new[] { Text + 0x200, 0x10UL, 0x202UL, TaskStack + 0x28, 0x18UL }.CopyTo(words, 0);
        words[15] = Text + 0x301;
        var stacks = new FakeStacks().Add(StackKind.Nmi, NmiStack, nmiRegs).Add(StackKind.Task, TaskStack, words);
        var (unwinder, state) = Start(
            stacks, At(Text, NmiStack, 0),
            Row(0, RegsOnTop), Row(0x100, IretOnTop), Row(0x200, UndwarfEntry.Caller(UndwarfRegister.R10, 0)), Row(0x300, UndwarfEntry.EndOfStack));

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
            new FakeStacks().Add(StackKind.Task, TaskStack, regs), At(Text, TaskStack, 0), Row(0, UndwarfEntry.Interrupted(type, UndwarfRegister.Sp, offset)));

        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal((UserCode, UserStack, true), (state.Frame.Ip, state.Frame.Sp, state.Frame.UserMode));
        Assert.Equal(UnwindOutcome.UserMode, unwinder.Next(ref state));
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
        var (unwinder, state) = Start(new FakeStacks().Add(StackKind.Task, TaskStack, Text, Text, Text, Text), At(Text, TaskStack, 0x1234), Row(0, entry));
        Assert.Equal(expected, unwinder.Next(ref state));
        Assert.Equal((Text, TaskStack, 0x1234UL), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp));
    }

    [Fact]
    public void AddressBelowTheFirstRow_HasNoRow()
    {
        var (unwinder, state) = Start(new FakeStacks().Add(StackKind.Task, TaskStack, Text, Text), At(Text, TaskStack, 0), Row(4, FunctionEntry));
        Assert.Equal(UnwindOutcome.NoRow, unwinder.Next(ref state));
        Assert.Equal(-1, state.Frame.Row);
    }
}
