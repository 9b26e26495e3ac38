using Undwarf;
using Unwinder.Stacks;
using static Unwinder.Tests.Kit.Scene;
using static Unwinder.Tests.Kit.UndwarfSteps;

namespace Unwinder.Tests;

/// <summary>From stack to stack, along them, and off them.</summary>
public sealed class UndwarfStackTests
{
    [Fact]
    public void ChainOfStacks_IsFollowedFromNmiOverIrqToTask()
    {
        var nmi = Regs(ip: Text + 0x100, sp: IrqStack);
        var irq = new ulong[] { TaskStack }; // the link to pt_regs at the top of the IRQ stack
        var task = Regs(ip: Text + 0x200, sp: TaskStack + (8 * 21)).Append(Text + 0x301).Append(0UL).ToArray();
        var stacks = new FakeStacks().Add(StackKind.Nmi, NmiStack, nmi).Add(StackKind.Irq, IrqStack, irq).Add(StackKind.Task, TaskStack, task);
        var (unwinder, state) = Start(
            stacks, At(Text, NmiStack, 0),
            Row(0, RegsOnTop),
            Row(0x100, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.SpIndirect, 0)),
            Row(0x200, FunctionEntry),
            Row(0x300, UndwarfEntry.EndOfStack));

        Assert.Equal([Text + 0x100, Text + 0x200, Text + 0x301], WalkToEnd(unwinder, ref state, UnwindOutcome.EndOfStack));
        Assert.Equal(StackKind.Task, state.Stacks.Current.Kind);
    }

    [Fact]
    public void StackOfAKindVisitedBefore_IsRefused()
    {
        var irq = Regs(ip: Text + 0x100, sp: TaskStack);
        var task = Regs(ip: Text + 0x200, sp: IrqStack);
        var stacks = new FakeStacks().Add(StackKind.Irq, IrqStack, irq).Add(StackKind.Task, TaskStack, task);
        var (unwinder, state) = Start(stacks, At(Text, IrqStack, 0), Row(0, RegsOnTop));
        Assert.Equal([Text + 0x100, Text + 0x200], WalkToEnd(unwinder, ref state, UnwindOutcome.UnreadableRegisters));
        Assert.Equal(IrqStack, state.Frame.FaultAddress);
    }

    [Fact]
    public void StackGoingDown_IsRefused()
    {
        var (unwinder, state) = Start(
            new FakeStacks().Add(StackKind.Task, TaskStack, 0, Text, Text, Text), At(Text, TaskStack + 16, 0), Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 0)));
        Assert.Equal(UnwindOutcome.WrongDirection, unwinder.Next(ref state));
    }

    /// <summary>
    /// An NMI that came after a fault inside another's handler: the hardware put its frame at the top of the stack whose
    /// lower part the handler still uses.
    /// </summary>
    [Fact]
    public void HardwareFrameAtTheTopOfAnInterruptStack_LeadsDownThatStack()
    {
        var stacks = new FakeStacks().Add(StackKind.Nmi, NmiStack, 0, 0, 0, 0, Text + 5, 0x10, 0, NmiStack + 8, 0);
        var (unwinder, state) = Start(stacks, At(Text, NmiStack + 32, 0xb0), Row(0, IretOnTop));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal((Text + 5, NmiStack + 8), (state.Frame.Ip, state.Frame.Sp));
    }

    [Fact]
    public void HardwareFrameElsewhereThatLeadsDownItsStack_IsRefused()
    {
        var stacks = new FakeStacks().Add(StackKind.Nmi, NmiStack, 0, 0, 0, 0, Text + 5, 0x10, 0, NmiStack + 8, 0, 0);
        var (unwinder, state) = Start(stacks, At(Text, NmiStack + 32, 0xb0), Row(0, IretOnTop));
        Assert.Equal(UnwindOutcome.WrongDirection, unwinder.Next(ref state));
    }

    /// <summary>Only so often: a frame at the top that leads to itself does not keep the unwind going.</summary>
    [Fact]
    public void HardwareFrameAtTheTopThatLeadsToItself_Stalls()
    {
        var stacks = new FakeStacks().Add(StackKind.Nmi, NmiStack, 0, 0, 0, 0, Text, 0x10, 0, NmiStack + 32, 0);
        var (unwinder, state) = Start(stacks, At(Text, NmiStack + 32, 0xb0), Row(0, IretOnTop));
        var steps = 0;
        UnwindOutcome outcome;
        while ((outcome = unwinder.Next(ref state)) == UnwindOutcome.Caller)
            steps++;
        Assert.Equal((UnwindOutcome.Stalled, 8), (outcome, steps));
    }

    /// <summary>Every step gives the same stack pointer, at the very end of the stack, where the kernel's own test does not look.</summary>
    [Fact]
    public void FrameThatRepeatsAtTheEndOfTheStack_IsRefused()
    {
        var (unwinder, state) = Start(
            new FakeStacks().Add(StackKind.Task, TaskStack, 0, TaskStack + 8, Text + 1), At(Text, TaskStack, TaskStack + 8), Row(0, UndwarfEntry.Caller(UndwarfRegister.Bp, 16)));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(UnwindOutcome.WrongDirection, unwinder.Next(ref state));
    }

    /// <summary>A pt_regs whose di points to itself: no stack pointer ever moves.</summary>
    [Fact]
    public void RegistersThatLeadToThemselves_EndTheChain()
    {
        var regs = Regs(ip: Text, sp: 0x1000);
        regs[PtRegs.Di / 8] = TaskStack;
        var (unwinder, state) = Start(
            new FakeStacks().Add(StackKind.Task, TaskStack, regs),
            new StartRegisters(Text, TaskStack, 0, new ScratchRegisters(0, 0, TaskStack, 0)),
            Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Di, 0)));
        Assert.True(WalkToEnd(unwinder, ref state, UnwindOutcome.Stalled).Count < 20);
    }

    [Fact]
    public void StackPointerOnNoStack_DoesNotStart()
    {
        var unwinder = UnwinderOf(new FakeStacks().Add(StackKind.Task, TaskStack, 0), Row(0, FunctionEntry));
        Assert.Equal(UnwindOutcome.UnknownStack, unwinder.Start(At(Text, 0x1000, 0), out _));
    }

    /// <summary>Interrupted right after the switch to the IRQ stack: nothing is on it yet.</summary>
    [Fact]
    public void StackPointerAtTheEndOfAnEmptyStack_Starts()
    {
        var stacks = new FakeStacks().Add(StackKind.Irq, IrqStack, 0).Add(StackKind.Task, TaskStack, Regs(ip: Text, sp: TaskStack + 168));
        var unwinder = UnwinderOf(stacks, Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Di, 0)));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Start(new StartRegisters(Text, IrqStack + 8, 0, new ScratchRegisters(0, 0, TaskStack, 0)), out var state));
        Assert.Equal(StackKind.Irq, state.Stacks.Current.Kind);
        Assert.False(state.Frame.Unreliable);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(TaskStack, state.Frame.RegistersAddress);
    }

    [Fact]
    public void StackPointerInTheGuardPage_StartsAtTheStackAbove_Unreliably()
    {
        var unwinder = UnwinderOf(new FakeStacks().Add(StackKind.Task, TaskStack, Text, Text), Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 32)));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Start(At(Text, TaskStack - 24, 0), out var state));
        Assert.True(state.Frame.Unreliable);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(TaskStack + 8, state.Frame.Sp);
    }
}
