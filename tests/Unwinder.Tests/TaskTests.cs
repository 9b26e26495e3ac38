using Undwarf;
using Undwarf.Quirks;
using Unwinder.Stacks;
using Unwinder.Tasks;
using Unwinder.Tests.Kit;
using static Unwinder.Tests.Kit.Scene;

namespace Unwinder.Tests;

/// <summary>Starts: a task that sleeps, one that never ran, one that runs elsewhere, the running code itself, registers.</summary>
public sealed class TaskTests
{
    private const ulong Schedule = 0x100; // cfa=sp+48: five words and the return address
    private const ulong Fork = 0x200;

    /// <summary>thread.sp, the switch's frame, schedule's five words, then its caller's return address.</summary>
    private static Scene Sleeping(QuirkSet quirks = QuirkSet.None, ulong bp = 0xb0) => new Scene { Quirks = quirks }
        .Row(Schedule, UndwarfEntry.Caller(UndwarfRegister.Sp, 48)).Row(0x180, UndwarfEntry.EndOfStack)
        .Stack(StackKind.Task, TaskStack, [.. SwitchFrame(bp, Text + Schedule + 5), 1, 2, 3, 4, 5, Text + 0x181, 0]);

    private static List<ulong> Frames(Scene scene, InactiveTask task, out UnwindOutcome end)
    {
        var cursor = scene.Cursor;
        cursor.StartFromTask(task, scene.Stacks);
        var ips = new List<ulong>();
        for (; !cursor.IsDone; cursor.MoveNext())
            ips.Add(cursor.ReturnAddress);
        end = cursor.Outcome;
        return ips;
    }

    [Fact]
    public void SleepingTask_IsUnwoundFromAboveTheFrameOfTheSwitch()
    {
        Assert.Equal([Text + Schedule + 5, Text + 0x181], Frames(Sleeping(), new(TaskStack, Text + Fork), out var end));
        Assert.Equal(UnwindOutcome.EndOfStack, end);
    }

    [Fact]
    public void SleepingTask_QuirkInactiveFrameSize_TakesASavedRegisterForTheReturnAddress()
    {
        var ips = Frames(Sleeping(QuirkSet.InactiveFrameSize, bp: Text + 0x185), new(TaskStack, Text + Fork), out _);
        Assert.DoesNotContain(Text + 0x181, ips);
        Assert.Contains(Text + 0x185, ips); // the word at thread.sp + 40: rbp
    }

    [Fact]
    public void SleepingTask_QuirkInactiveFirstFrameSkipped_LeavesOutTheFirst() =>
        Assert.Equal([Text + 0x181], Frames(Sleeping(QuirkSet.InactiveFirstFrameSkipped), new(TaskStack, Text + Fork), out _));

    [Theory]
    [InlineData(QuirkSet.None, 48)]
    [InlineData(QuirkSet.RetaddrPtrInactive, 48)] // by chance the same, now that sp is above the frame
    [InlineData(QuirkSet.RetaddrPtrInactive | QuirkSet.InactiveFrameSize, -8)]
    public void SleepingTask_ReturnAddressPointerOfTheFirstFrame(QuirkSet quirks, int offset)
    {
        var scene = Sleeping(quirks & ~QuirkSet.InactiveFrameSize);
        var cursor = new UnwindCursor<UndwarfUnwinder<Lookup.TableSearch, FakeStacks>, UnwindState>(scene.Unwinder, quirks);
        // As in 2017 the first frame is skipped, too: the pointer is looked at where the unwind starts.
        new InactiveTask(TaskStack, Text + Fork).TryRead(scene.Stacks, quirks, out var registers);
        cursor.StartFromCurrent(registers, firstFrame: 1);
        Assert.Equal(unchecked(TaskStack + (ulong)offset), cursor.ReturnAddressPointer);
    }

    /// <summary>ip-1 of ret_from_fork lies in whatever precedes it, whose row would lead astray.</summary>
    [Theory]
    [InlineData(QuirkSet.None, true)]
    [InlineData(QuirkSet.ForkedTaskSignal, false)]
    public void TaskThatNeverRan_BeginsAtRetFromFork(QuirkSet quirks, bool isComplete)
    {
        var scene = new Scene { Quirks = quirks | QuirkSet.NoRowForGeneratedCode }
            .Row(Fork - 0x10, UndwarfEntry.Caller(UndwarfRegister.Sp, 80))
            .Row(Fork, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0))
            .Stack(StackKind.Task, TaskStack, [.. SwitchFrame(0, Text + Fork), .. Regs(ip: 0x400000, sp: 0x7fff0000, cs: 0x33)]);
        var ips = Frames(scene, new(TaskStack, Text + Fork), out var end);
        Assert.Equal(Text + Fork, ips[0]);
        Assert.Equal(isComplete, end == UnwindOutcome.UserMode);
        Assert.Equal(isComplete, ips.SequenceEqual([Text + Fork, 0x400000UL]));
    }

    [Fact]
    public void TaskThatRunsOnAnotherCpu_IsNotUnwound_AndThatIsAnError()
    {
        var scene = Sleeping();
        var cursor = scene.Cursor;
        cursor.StartFromTask(new InactiveTask(TaskStack, Text + Fork), scene.Stacks, runsElsewhere: true);
        Assert.True(cursor.IsDone && cursor.HasError);
        Assert.Equal((UnwindOutcome.RunsElsewhere, 0UL), (cursor.Outcome, cursor.ReturnAddress));
    }

    [Theory]
    [InlineData(0x1000, UnwindOutcome.UnknownStack)]
    [InlineData(0xffffc90000000048, UnwindOutcome.UnreadableRegisters)] // the frame reaches over the end
    public void SleepingTaskWithoutItsFrame_IsAnError(ulong sp, UnwindOutcome expected)
    {
        Assert.Empty(Frames(Sleeping(), new(sp, Text + Fork), out var end));
        Assert.Equal(expected, end);
    }

    [Fact]
    public void RunningCode_StartsAtTheFrameThatAsks_AndIpIsLookedUpAsAReturnAddress()
    {
        // Row 0x10 would be that of ip; that of ip - 1 holds.
        var scene = new Scene().Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 16)).Row(0x10, UndwarfEntry.Undefined).Row(0x100, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, 7, Text + 0x101, 0);
        var cursor = scene.Cursor;
        cursor.StartFromCurrent(StartRegisters.Sampled(Text + 0x10, TaskStack, 0), firstFrame: 1);
        Assert.Equal((Text + 0x10, 0UL), (cursor.ReturnAddress, cursor.ReturnAddressPointer));
        Assert.True(cursor.MoveNext());
        Assert.Equal((Text + 0x101, TaskStack + 8), (cursor.ReturnAddress, cursor.ReturnAddressPointer));
        Assert.False(cursor.MoveNext());
        Assert.False(cursor.HasError);
    }

    /// <summary>Frames of one word, with the first one wanted at a boundary and a word to either side (230db82413c0).</summary>
    [Theory]
    [InlineData(-8, QuirkSet.None, 0x110)]
    [InlineData(0, QuirkSet.None, 0x120)]
    [InlineData(8, QuirkSet.None, 0x120)]
    [InlineData(0, QuirkSet.FirstFrameOffByOne, 0x110)]
    public void FirstFrame_IsTheFirstAboveTheStackPointerAskedFor(int distance, QuirkSet quirks, ulong expected)
    {
        var scene = new Scene { Quirks = quirks }.Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 16))
            .Stack(StackKind.Task, TaskStack, 1, Text + 0x110, 2, Text + 0x120, 3, Text + 0x130, 4, 5);
        var cursor = scene.Cursor;
        // The frame of 0x110 has sp = TaskStack + 16.
        cursor.StartFromCurrent(StartRegisters.Sampled(Text + 0x100, TaskStack, 0), unchecked(TaskStack + 16 + (ulong)distance));
        Assert.Equal(Text + expected, cursor.ReturnAddress);
    }

    [Fact]
    public void Registers_StartAtTheCallerOfTheInterruptedCode()
    {
        var scene = new Scene().Row(0, UndwarfEntry.FunctionEntry).Row(0x100, UndwarfEntry.EndOfStack).Stack(StackKind.Task, TaskStack, Text + 0x101, 0);
        var cursor = scene.Cursor;
        cursor.StartFromRegisters(At(Text, TaskStack), scene.Stacks);
        Assert.Equal(Text + 0x101, cursor.ReturnAddress);
    }

    [Fact]
    public void RegistersOfUserMode_HaveNoCallers()
    {
        var scene = new Scene().Row(0, UndwarfEntry.FunctionEntry).Stack(StackKind.Task, TaskStack, 0, 0);
        var cursor = scene.Cursor;
        cursor.StartFromRegisters(At(0x400000, 0x7fff0000), scene.Stacks, isUserMode: true);
        Assert.True(cursor.IsDone);
        Assert.False(cursor.HasError);
    }

    /// <summary>The first step leads from the IRQ stack to the task's, and the interrupted stack pointer stays behind.</summary>
    [Theory]
    [InlineData(QuirkSet.None, 2)]
    [InlineData(QuirkSet.StartFromRegsSkips, 0)]
    public void RegistersWhoseCallerIsOnAnotherStack(QuirkSet quirks, int expected)
    {
        var scene = new Scene { Quirks = quirks }
            .Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.SpIndirect, 0)).Row(0x100, UndwarfEntry.FunctionEntry).Row(0x200, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Irq, IrqStack, TaskStack).Stack(StackKind.Task, TaskStack, [.. Regs(ip: Text + 0x100, sp: TaskStack + 168), Text + 0x201, 0]);
        var cursor = scene.Cursor;
        cursor.StartFromRegisters(At(Text, IrqStack), scene.Stacks);
        var count = 0;
        for (; !cursor.IsDone; cursor.MoveNext())
            count++;
        Assert.Equal(expected, count);
    }

    [Fact]
    public void EntryRegisters_AreThoseOfTheInterruptedFrame_AndNoneElsewhere()
    {
        var scene = new Scene().Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0)).Row(0x100, UndwarfEntry.FunctionEntry).Row(0x200, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, [.. Regs(ip: Text + 0x100, sp: TaskStack + 168), Text + 0x201, 0]);
        var cursor = scene.Cursor;
        cursor.StartFromRegisters(At(Text, TaskStack), scene.Stacks);
        Assert.Equal((TaskStack, TaskStack + PtRegs.Ip), (cursor.EntryRegisters, cursor.ReturnAddressPointer));
        cursor.MoveNext();
        Assert.Equal(0UL, cursor.EntryRegisters);
        cursor.MoveNext();
        Assert.Equal((0UL, 0UL, 0UL), (cursor.EntryRegisters, cursor.ReturnAddress, cursor.ReturnAddressPointer));
        Assert.False(cursor.MoveNext());
    }

    [Theory]
    [InlineData(QuirkSet.None, true)]
    [InlineData(QuirkSet.BlindSpotCalledEnd, false)]
    public void ChainThatBreaksOff_IsAnError(QuirkSet quirks, bool expected)
    {
        var scene = new Scene { Quirks = quirks }.Row(0, UndwarfEntry.FunctionEntry).Row(0x100, UndwarfEntry.Undefined).Stack(StackKind.Task, TaskStack, Text + 0x101, 0);
        var cursor = scene.Cursor;
        cursor.StartFromRegisters(At(Text, TaskStack), scene.Stacks);
        Assert.False(cursor.HasError);
        Assert.False(cursor.MoveNext());
        Assert.Equal(expected, cursor.HasError);
    }
}
