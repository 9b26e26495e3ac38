using Unwinder.Guess;
using Unwinder.Runtime;
using Unwinder.Stacks;
using static Unwinder.Tests.Kit.Scene;

namespace Unwinder.Tests;

public sealed class GuessTests
{
    private readonly struct Code : IKernelText
    {
        public bool Contains(ulong address) => unchecked(address - Text) < 0x1000;
    }

    private static (List<ulong> Callers, UnwindOutcome End, GuessState Last) Walk(FakeStacks stacks, ulong sp, RuntimeCode? runtime = null)
    {
        var unwinder = new GuessUnwinder<Code, FakeStacks>(default, stacks, runtime);
        var callers = new List<ulong>();
        var outcome = unwinder.Start(At(Text, sp), out var state);
        while (outcome == UnwindOutcome.Caller && (outcome = unwinder.Next(ref state)) == UnwindOutcome.Caller)
            callers.Add(state.Frame.Ip);
        return (callers, outcome, state);
    }

    /// <summary>Dead return addresses are found like live ones: nothing is reliable.</summary>
    [Fact]
    public void EveryWordThatIsACodeAddress_IsReported_Unreliably()
    {
        var (callers, end, last) = Walk(new FakeStacks().Add(StackKind.Task, TaskStack, Text + 1, 7, Text + 0xfff, Text + 0x1000, 0x400000, Text + 2), TaskStack);
        Assert.Equal([Text + 1, Text + 0xfff, Text + 2], callers);
        Assert.Equal((UnwindOutcome.Exhausted, true, TaskStack + 40), (end, last.Frame.Unreliable, last.Frame.IpSlot));
        Assert.False(end.IsCleanEnd());
    }

    [Fact]
    public void WordsBelowTheStackPointer_AreNotLookedAt() =>
        Assert.Equal([Text + 2], Walk(new FakeStacks().Add(StackKind.Task, TaskStack, Text + 1, Text + 2), TaskStack + 8).Callers);

    [Fact]
    public void UnalignedStackPointer_IsRoundedUp() =>
        Assert.Equal([Text + 2], Walk(new FakeStacks().Add(StackKind.Task, TaskStack, Text + 1, Text + 2), TaskStack + 1).Callers);

    [Fact]
    public void ChainOfStacks_IsFollowedByTheLinks()
    {
        var stacks = new FakeStacks().Add(StackKind.Irq, IrqStack, Text + 1, TaskStack + 8).Add(StackKind.Task, TaskStack, Text + 2, Text + 3);
        Assert.Equal([Text + 1, Text + 3], Walk(stacks, IrqStack).Callers);
    }

    [Fact]
    public void LinksInARing_EndTheChain()
    {
        var stacks = new FakeStacks().Add(StackKind.Irq, IrqStack, Text + 1, NmiStack).Add(StackKind.Nmi, NmiStack, Text + 2, IrqStack, 0);
        Assert.Equal([Text + 1, Text + 2], Walk(stacks, IrqStack).Callers);
    }

    [Fact]
    public void HookedReturnAddress_IsTheOriginalOne()
    {
        var hooks = new HookList();
        hooks.Add(new(Text + 0x800, TaskStack, Text + 0x101));
        Assert.Equal([Text + 0x101], Walk(new FakeStacks().Add(StackKind.Task, TaskStack, Text + 0x800, 0), TaskStack, new RuntimeCode(hooks)).Callers);
    }
}
