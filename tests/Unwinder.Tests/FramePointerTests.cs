using Unwinder.FramePointers;
using Unwinder.Runtime;
using Unwinder.Stacks;
using static Unwinder.Tests.Kit.Scene;

namespace Unwinder.Tests;

public sealed class FramePointerTests
{
    private static (List<ulong> Callers, UnwindOutcome End, FramePointerState Last) Walk(FakeStacks stacks, StartRegisters registers, RuntimeCode? runtime = null)
    {
        var unwinder = new FramePointerUnwinder<FakeStacks>(stacks, runtime);
        var callers = new List<ulong>();
        var outcome = unwinder.Start(registers, out var state);
        while (outcome == UnwindOutcome.Caller && (outcome = unwinder.Next(ref state)) == UnwindOutcome.Caller)
        {
            callers.Add(state.Frame.Ip);
            Assert.True(callers.Count < 1000, "the unwinder does not end");
        }

        return (callers, outcome, state);
    }

    /// <summary>A task stack of 0x100 bytes below a pt_regs, its outermost record where the kernel has it.</summary>
    private static FakeStacks Stack(ulong lastBp, ulong cs, params (int Word, ulong Value)[] words)
    {
        var stack = new ulong[32 + (PtRegs.Size / 8)];
        stack[30] = lastBp;
        stack[31] = Text + 0x900;
        foreach (var (word, value) in words)
            stack[word] = value;
        Regs(ip: 0x400000, sp: 0x7fff0000, cs: cs).CopyTo(stack, 32);
        return new FakeStacks().Add(StackKind.Task, TaskStack, stack);
    }

    private const ulong Last = TaskStack + (8 * 30);

    [Fact]
    public void Records_LeadFromCallerToCaller_ToTheRegistersOfUserMode()
    {
        var stacks = Stack(0, 0x33, (4, TaskStack + 80), (5, Text + 0x101), (10, Last), (11, Text + 0x201));
        var (callers, end, last) = Walk(stacks, At(Text, TaskStack, TaskStack + 32));
        Assert.Equal([Text + 0x101, Text + 0x201, 0x400000], callers);
        Assert.Equal((UnwindOutcome.UserMode, RegisterFrame.Full), (end, last.Frame.Registers));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(24)] // the compiler realigned the outermost function's stack (8023e0e2a48d)
    public void LastRecord_OfAKernelThread_IsACleanEnd(int lower)
    {
        var last = Last - (ulong)lower;
        var (callers, end, _) = Walk(Stack(0, 0, (4, last), (5, Text + 0x101)), At(Text, TaskStack, TaskStack + 32));
        Assert.Equal([Text + 0x101], callers);
        Assert.Equal(UnwindOutcome.EndOfStack, end);
    }

    [Fact]
    public void RecordFurtherDown_IsNotTheLast()
    {
        var (_, end, _) = Walk(Stack(0, 0, (4, Last - 32), (5, Text + 0x101)), At(Text, TaskStack, TaskStack + 32));
        Assert.Equal(UnwindOutcome.BadFramePointer, end);
    }

    [Fact]
    public void MarkedFramePointer_IsAPtRegs()
    {
        // A handler's saved rbp is pt_regs | 1.
        var words = new ulong[64];
        words[0] = (TaskStack + 16) | 1;
        words[1] = Text + 0x101;
        Regs(ip: Text + 0x202, sp: TaskStack + 0x180, bp: 0x5).CopyTo(words, 2);
        var (callers, end, last) = Walk(new FakeStacks().Add(StackKind.Task, TaskStack, words), At(Text, TaskStack, TaskStack));
        Assert.Equal([Text + 0x101, Text + 0x202], callers);
        Assert.Equal((RegisterFrame.Full, TaskStack + 16, true), (last.Frame.Registers, last.Frame.RegistersAddress, last.Frame.Signal));
        Assert.Equal(UnwindOutcome.BadFramePointer, end);
    }

    /// <summary>rbp holds data: whatever it points to, the chain only ever goes up, and only over stacks.</summary>
    [Theory]
    [InlineData(0x1234)]
    [InlineData(TaskStack + 8)] // below the record before
    [InlineData(TaskStack + 0x1000)]
    [InlineData(ulong.MaxValue - 1)]
    public void BadFramePointer_EndsTheChainWithAnError(ulong bp)
    {
        var (callers, end, last) = Walk(Stack(0, 0x33, (4, bp), (5, Text + 0x101)), At(Text, TaskStack, TaskStack + 32));
        Assert.Equal([Text + 0x101], callers);
        Assert.Equal(UnwindOutcome.BadFramePointer, end);
        Assert.Equal(bp & ~1UL, last.Frame.FaultAddress & ~1UL);
    }

    [Fact]
    public void InterruptedBeforeRbpIsSet_LeavesOutTheCaller()
    {
        // push %rbp has run, mov %rsp,%rbp has not: rbp is still the caller's.
        var stacks = Stack(0, 0x33, (4, TaskStack + 80), (5, Text + 0x101), (10, Last), (11, Text + 0x201));
        Assert.Equal(Text + 0x201, Walk(stacks, At(Text, TaskStack + 32, TaskStack + 80)).Callers[0]);
    }

    [Fact]
    public void CallThroughNull_HasARecordThatIsHalfThere()
    {
        var stacks = Stack(0, 0x33, (4, Text + 0x101), (10, Last), (11, Text + 0x201));
        Assert.Equal([Text + 0x101, Text + 0x201, 0x400000], Walk(stacks, At(0, TaskStack + 32, TaskStack + 80)).Callers);
    }

    [Fact]
    public void HookedReturnAddress_IsTheOriginalOne()
    {
        var hooks = new HookList();
        hooks.Add(new(Text + 0x800, TaskStack + 40, Text + 0x101));
        var stacks = Stack(0, 0, (4, Last), (5, Text + 0x800));
        Assert.Equal([Text + 0x101], Walk(stacks, At(Text, TaskStack, TaskStack + 32), new RuntimeCode(hooks)).Callers);
    }
}
