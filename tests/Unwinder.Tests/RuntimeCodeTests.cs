using Undwarf;
using Undwarf.Quirks;
using Unwinder.Runtime;
using Unwinder.Stacks;
using Unwinder.Tests.Kit;
using static Unwinder.Tests.Kit.Scene;

namespace Unwinder.Tests;

/// <summary>Code that no table describes as it runs: hooked, copied, generated, or not there at all.</summary>
public sealed class RuntimeCodeTests
{
    private const ulong Tramp = 0x800;
    private const ulong Tramp2 = 0x900;

    private static readonly UndwarfEntry _entry = UndwarfEntry.FunctionEntry;

    /// <summary>leaf's caller g2 and g2's caller g1 are both hooked: words 0 and 1 hold the trampoline.</summary>
    private static Scene Hooked(QuirkSet quirks)
    {
        var hooks = new HookList(quirks);
        hooks.Add(new(Text + Tramp, TaskStack + 8, Text + 0x201));  // outer call first
        hooks.Add(new(Text + Tramp, TaskStack, Text + 0x101));
        return new Scene { Quirks = quirks, Runtime = new RuntimeCode(hooks) }
            .Row(0, _entry).Row(0x100, _entry).Row(0x200, UndwarfEntry.EndOfStack).Row(0x300, UndwarfEntry.Undefined)
            .Stack(StackKind.Task, TaskStack, Text + Tramp, Text + Tramp, 0);
    }

    [Fact]
    public void HookedReturnAddress_IsTheOriginalOne()
    {
        var (callers, end, last) = Hooked(QuirkSet.None).Walk(At(Text, TaskStack));
        Assert.Equal([Text + 0x101, Text + 0x201], callers);
        Assert.Equal((UnwindOutcome.EndOfStack, TaskStack + 8), (end, last.Frame.IpSlot));
    }

    [Fact]
    public void HookedReturnAddress_QuirkKretprobeReturnHook_EndsInTheTrampoline()
    {
        var (callers, end, _) = Hooked(QuirkSet.KretprobeReturnHook).Walk(At(Text, TaskStack));
        Assert.Equal([Text + Tramp], callers);
        Assert.Equal(UnwindOutcome.UndefinedRow, end);
    }

    /// <summary>An unwind that begins above the innermost hook: only the slot says which one it has come to.</summary>
    [Theory]
    [InlineData(QuirkSet.None, 0x201)]
    [InlineData(QuirkSet.ReturnToHandlerOrder, 0x101)]
    public void HookedReturnAddress_IsFoundByItsSlot_NotByItsOrder(QuirkSet quirks, ulong expected) =>
        Assert.Equal(Text + expected, Hooked(quirks).Walk(At(Text + 0x100, TaskStack + 8)).Callers[0]);

    /// <summary>A return probe on a function that the function graph tracer has hooked, too.</summary>
    [Fact]
    public void HookOnTopOfAHook_IsRecoveredThroughBoth()
    {
        var hooks = new HookList();
        hooks.Add(new(Text + Tramp2, TaskStack, Text + 0x101));
        hooks.Add(new(Text + Tramp, TaskStack, Text + Tramp2));
        var scene = new Scene { Runtime = new RuntimeCode(hooks) }.Row(0, _entry).Row(0x100, UndwarfEntry.EndOfStack).Stack(StackKind.Task, TaskStack, Text + Tramp, 0);
        Assert.Equal([Text + 0x101], scene.Walk(At(Text, TaskStack)).Callers);
    }

    /// <summary>Interrupted right after the return came by the trampoline: regs->ip is the trampoline, its slot just popped.</summary>
    [Fact]
    public void InterruptedAtAHook_IsRecoveredFromTheSlotBelow()
    {
        var hooks = new HookList();
        hooks.Add(new(Text + Tramp, TaskStack + 168, Text + 0x101));
        var scene = new Scene { Runtime = new RuntimeCode(hooks) }
            .Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0)).Row(0x100, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, [.. Regs(ip: Text + Tramp, sp: TaskStack + 176), 0, 0]);
        Assert.Equal([Text + 0x101], scene.Walk(At(Text, TaskStack)).Callers);
    }

    [Fact]
    public void HooksThatLeadToThemselves_DoNotHang()
    {
        var hooks = new HookList();
        hooks.Add(new(Text + Tramp, TaskStack, Text + Tramp));
        var scene = new Scene { Runtime = new RuntimeCode(hooks) }.Row(0, _entry).Row(0x100, UndwarfEntry.Undefined).Stack(StackKind.Task, TaskStack, Text + Tramp, 0);
        Assert.Equal([Text + Tramp], scene.Walk(At(Text, TaskStack)).Callers);
    }

    [Theory]
    [InlineData(0x5, QuirkSet.None, 2)]
    [InlineData(0x5, QuirkSet.CopiedTrampoline, 1)] // the callback and the copy, then nothing
    [InlineData(0x20, QuirkSet.None, 1)] // behind what was copied
    public void CopiedTrampoline_HasTheRowsOfItsTemplate(ulong offset, QuirkSet quirks, int callers)
    {
        const ulong Copy = 0xffffffffa0000000;
        var scene = new Scene { Quirks = quirks, Runtime = new RuntimeCode(null, new CodeCopy(Copy, Text + 0x400, 0x20)) }
            .Row(0, _entry).Row(0x400, UndwarfEntry.Caller(UndwarfRegister.Sp, 16)).Row(0x500, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, Copy + offset + 1, 0, Text + 0x501, 0);
        // Below the table is what the copy is not; the table ends at 0x500, so keep the copy's address out of its reach.
        var limited = new UndwarfUnwinder<Lookup.DirectMap, FakeStacks>(
            new Lookup.DirectMap(UndwarfTable.FromRows([new(Text, _entry), new(Text + 0x400, UndwarfEntry.Caller(UndwarfRegister.Sp, 16)), new(Text + 0x500, UndwarfEntry.EndOfStack)]), Text, Text + 0x600),
            scene.Stacks, quirks, scene.Runtime);
        Assert.Equal(UnwindOutcome.Caller, limited.Start(At(Text, TaskStack), out var state));
        var count = 0;
        while (limited.Next(ref state) == UnwindOutcome.Caller)
            count++;
        Assert.Equal(callers, count);
    }

    [Theory]
    [InlineData(QuirkSet.None, 1)]
    [InlineData(QuirkSet.NoRowForGeneratedCode, 0)]
    public void CodeWithoutRows_IsGuessedByFramePointer_Unreliably(QuirkSet quirks, int callers)
    {
        var scene = new Scene { Quirks = quirks }.Row(0x100, UndwarfEntry.EndOfStack).Stack(StackKind.Task, TaskStack, 0, 0xb0, Text + 0x101, 0);
        var (found, end, last) = scene.Walk(At(Text + 0x10, TaskStack, TaskStack + 8));
        Assert.Equal(callers, found.Count);
        Assert.Equal(callers == 1, last.Frame.Unreliable);
        Assert.Equal(callers == 1 ? UnwindOutcome.EndOfStack : UnwindOutcome.NoRow, end);
        if (callers == 1)
            Assert.Equal((TaskStack + 24, 0xb0UL), (last.Frame.Sp, last.Frame.Bp));
    }

    [Fact]
    public void GuessedChain_CountsAsAnError_EvenAtItsEnd()
    {
        var scene = new Scene().Row(0x100, UndwarfEntry.EndOfStack).Stack(StackKind.Task, TaskStack, 0, 0xb0, Text + 0x101, 0);
        var cursor = scene.Cursor;
        cursor.StartFromRegisters(At(Text + 0x10, TaskStack, TaskStack + 8), scene.Stacks);
        cursor.MoveNext();
        Assert.Equal((UnwindOutcome.EndOfStack, true), (cursor.Outcome, cursor.HasError));
    }

    [Theory]
    [InlineData(QuirkSet.None, 1)]
    [InlineData(QuirkSet.NullCall | QuirkSet.NoRowForGeneratedCode, 0)]
    public void CallThroughNull_HasItsReturnAddressOnTop(QuirkSet quirks, int callers)
    {
        var scene = new Scene { Quirks = quirks }.Row(0x100, UndwarfEntry.EndOfStack).Stack(StackKind.Task, TaskStack, Text + 0x101, 0);
        var (found, _, last) = scene.Walk(At(0, TaskStack));
        Assert.Equal(callers, found.Count);
        Assert.False(last.Frame.Unreliable);
    }
}
