using Undwarf;
using Undwarf.Quirks;
using Unwinder.Stacks;
using Unwinder.Tests.Kit;
using static Unwinder.Tests.Kit.Scene;

namespace Unwinder.Tests;

/// <summary>What a step does, repaired and as it was.</summary>
public sealed class QuirkTests
{
    private static readonly UndwarfEntry _entry = UndwarfEntry.FunctionEntry;

    private static ulong[] HardwareFrame(ulong ip, ulong sp, ulong cs = 0x10) => [ip, cs, 0x202, sp, 0x18];

    /// <summary>A user frame whose ip is a number that kernel code has, too.</summary>
    [Theory]
    [InlineData(QuirkSet.None, UnwindOutcome.UserMode, RegisterFrame.Partial)]
    [InlineData(QuirkSet.PartialRegsLost | QuirkSet.NoRowForGeneratedCode, UnwindOutcome.NoRow, RegisterFrame.None)]
    public void HardwareFrameOfUserMode_EndsTheChain(QuirkSet quirks, UnwindOutcome expected, RegisterFrame registers)
    {
        var scene = new Scene { Quirks = quirks }.Row(0, UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 0))
            .Stack(StackKind.Task, TaskStack, HardwareFrame(0x400000, 0x7fff0000, cs: 0x33));
        var (callers, end, last) = scene.Walk(At(Text, TaskStack));
        Assert.Equal([0x400000UL], callers);
        Assert.Equal((expected, registers), (end, last.Frame.Registers));
    }

    /// <summary>The invariant of the pointer: it points to the word that is the return address.</summary>
    [Theory]
    [InlineData(QuirkSet.None, true)]
    [InlineData(QuirkSet.PartialRegsLost, false)]
    public void ReturnAddressPointer_AfterAHardwareFrame_PointsToTheReturnAddress(QuirkSet quirks, bool holds)
    {
        var scene = new Scene { Quirks = quirks }.Row(0, UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 0)).Row(0x100, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, [.. HardwareFrame(Text + 0x100, TaskStack + 48), 0x77, 0]);
        var cursor = scene.Cursor;
        cursor.StartFromRegisters(At(Text, TaskStack), scene.Stacks);
        Assert.True(scene.Stacks.TryReadWord(cursor.ReturnAddressPointer, out var word));
        Assert.Equal(holds, word == cursor.ReturnAddress);
    }

    /// <summary>A partial pt_regs that does have room is kept even by the old rule.</summary>
    [Fact]
    public void PartialRegisters_WithRoomBelowTheHardwareFrame_AreKeptByTheQuirk()
    {
        var words = new ulong[30];
        HardwareFrame(Text + 0x100, TaskStack + (8 * 24)).CopyTo(words, 16);
        var scene = new Scene { Quirks = QuirkSet.PartialRegsLost }
            .Row(0, UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 128)).Row(0x100, UndwarfEntry.EndOfStack).Stack(StackKind.Task, TaskStack, words);
        Assert.Equal((RegisterFrame.Partial, TaskStack), (scene.Walk(At(Text, TaskStack)).Last.Frame.Registers, scene.Walk(At(Text, TaskStack)).Last.Frame.RegistersAddress));
    }

    [Theory]
    [InlineData(QuirkSet.None, UnwindOutcome.EndOfStack)]
    [InlineData(QuirkSet.R10BehindIret, UnwindOutcome.MissingRegisters)]
    public void RegistersOfAnEarlierInterrupt_OutlastAHardwareFrame(QuirkSet quirks, UnwindOutcome expected)
    {
        var nmi = Regs(ip: Text + 0x100, sp: TaskStack);
        nmi[PtRegs.R10 / 8] = TaskStack + 64;
        var scene = new Scene { Quirks = quirks }
            .Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0)).Row(0x100, UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 0))
            .Row(0x200, UndwarfEntry.Caller(UndwarfRegister.R10, 0)).Row(0x300, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Nmi, NmiStack, nmi).Stack(StackKind.Task, TaskStack, [.. HardwareFrame(Text + 0x200, TaskStack + 48), 0, 0, Text + 0x301, 0]);
        Assert.Equal(expected, scene.Walk(At(Text, NmiStack)).End);
    }

    [Theory]
    [InlineData(-8, QuirkSet.None, UnwindOutcome.EndOfStack)]
    [InlineData(-8, QuirkSet.GuardPageSp, UnwindOutcome.UnknownStack)]
    [InlineData(0, QuirkSet.GuardPageSp, UnwindOutcome.EndOfStack)] // at the very begin it is still on the stack
    public void StackPointerInTheGuardPage_LeadsToTheFramesAbove(int distance, QuirkSet quirks, UnwindOutcome expected)
    {
        var scene = new Scene { Quirks = quirks }.Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, (short)(16 - distance))).Row(0x100, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, 0, Text + 0x101, 0);
        Assert.Equal(expected, scene.Walk(At(Text, unchecked(TaskStack + (ulong)distance))).End);
    }

    /// <summary>An NMI between the load of the IRQ stack's top and the push of the link: the link is 0, or another task's.</summary>
    [Theory]
    [InlineData(QuirkSet.None, UnwindOutcome.EndOfStack)]
    [InlineData(QuirkSet.NextSpChain, UnwindOutcome.UnreadableRegisters)]
    public void StackIsFoundByTheAddress_NotByTheLink(QuirkSet quirks, UnwindOutcome expected)
    {
        var nmi = Regs(ip: Text + 0x100, sp: IrqStack + 64);
        nmi[PtRegs.Di / 8] = TaskStack;
        var scene = new Scene { Quirks = quirks }
            .Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0)).Row(0x100, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Di, 0))
            .Row(0x200, _entry).Row(0x300, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Nmi, NmiStack, nmi).Stack(StackKind.Irq, IrqStack, new ulong[8])
            .Stack(StackKind.Task, TaskStack, [.. Regs(ip: Text + 0x200, sp: TaskStack + 168), Text + 0x301, 0]);
        Assert.Equal(expected, scene.Walk(At(Text, NmiStack)).End);
    }

    /// <summary>With the link written, going along it comes to the same: NMI, IRQ stack, task.</summary>
    [Theory]
    [InlineData(QuirkSet.None)]
    [InlineData(QuirkSet.NextSpChain)]
    public void LinkedStacks_AreFollowedEitherWay(QuirkSet quirks)
    {
        var scene = new Scene { Quirks = quirks }
            .Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0)).Row(0x100, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.SpIndirect, 0))
            .Row(0x200, _entry).Row(0x300, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Nmi, NmiStack, Regs(ip: Text + 0x100, sp: IrqStack + 56)).Stack(StackKind.Irq, IrqStack, 0, 0, 0, 0, 0, 0, 0, TaskStack)
            .Stack(StackKind.Task, TaskStack, [.. Regs(ip: Text + 0x200, sp: TaskStack + 168), Text + 0x301, 0]);
        var (callers, end, _) = scene.Walk(At(Text, NmiStack));
        Assert.Equal([Text + 0x100, Text + 0x200, Text + 0x301], callers);
        Assert.Equal(UnwindOutcome.EndOfStack, end);
    }

    /// <summary>ip and sp of different moments: a pt_regs that reaches over the end of the stack found for it.</summary>
    [Fact]
    public void RangeIsCheckedAgain_AfterAChangeOfStacks()
    {
        Assert.Equal(UnwindOutcome.UnreadableRegisters, NearTheEnd(QuirkSet.None).Walk(At(Text, IrqStack)).End);
        Assert.Throws<InvalidOperationException>(() => NearTheEnd(QuirkSet.StackRangeRecheck).Walk(At(Text, IrqStack)));
    }

    private static Scene NearTheEnd(QuirkSet quirks) => new Scene { Quirks = quirks }
        .Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.SpIndirect, 0))
        .Stack(StackKind.Irq, IrqStack, TaskStack + 8).Stack(StackKind.Task, TaskStack, 1, 2);

    [Theory]
    [InlineData(QuirkSet.None, UnwindOutcome.UnknownType)]
    [InlineData(QuirkSet.BadRowTypeContinues, UnwindOutcome.WrongDirection)]
    public void RowOfUnknownType_EndsTheChainInTheSameStep(QuirkSet quirks, UnwindOutcome expected)
    {
        var scene = new Scene { Quirks = quirks }
            .Row(0, UndwarfEntry.Caller(UndwarfRegister.Sp, 16, UndwarfRegister.Cfa, -16) with { Type = (FrameType)3 }).Stack(StackKind.Task, TaskStack, 0xbad, Text + 1, 0);
        var (callers, end, last) = scene.Walk(At(Text, TaskStack, 0xb0));
        Assert.Empty(callers);
        Assert.Equal((expected, quirks == QuirkSet.None ? 0xb0UL : 0xbadUL), (end, last.Frame.Bp));
    }

    /// <summary>A trampoline's pt_regs: its ip is a return address, and the call was the last instruction of its function.</summary>
    [Theory]
    [InlineData(QuirkSet.None, 0x301)]
    [InlineData(QuirkSet.RegsIpAlwaysLiteral, 0x77)]
    public void IpOfRegisters_CanBeAReturnAddress(QuirkSet quirks, ulong expected)
    {
        var scene = new Scene { Quirks = quirks | QuirkSet.NoRowForGeneratedCode }
            .Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0) with { Flags = EntryFlags.None })
            .Row(0x100, UndwarfEntry.Caller(UndwarfRegister.Sp, 16)).Row(0x120, _entry).Row(0x300, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, [.. Regs(ip: Text + 0x120, sp: TaskStack + 168), 0x77, Text + 0x301, 0]);
        Assert.Equal(expected == 0x77 ? 0x77 : Text + expected, scene.Walk(At(Text, TaskStack)).Callers[1]);
    }

    [Theory]
    [InlineData(QuirkSet.None, 0x301)]
    [InlineData(QuirkSet.IndirectBaseOrder, 0x401)]
    public void SavedStackPointer_IsReadAndThenTheOffsetIsAdded(QuirkSet quirks, ulong expected)
    {
        // *(sp) + 16 is the CFA; the old way reads the word at sp + 16 as the CFA.
        var scene = new Scene { Quirks = quirks }.Row(0, UndwarfEntry.Caller(UndwarfRegister.SpIndirect, 16)).Row(0x300, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, TaskStack + 16, 0, TaskStack + 48, Text + 0x301, 0, Text + 0x401, 0);
        Assert.Equal(Text + expected, scene.Walk(At(Text, TaskStack)).Callers[0]);
    }

    [Theory]
    [InlineData(QuirkSet.None, 0x301)]
    [InlineData(QuirkSet.RegisterBaseOffsetIgnored, 0x401)]
    public void OffsetFromARegister_IsAdded(QuirkSet quirks, ulong expected)
    {
        var scene = new Scene { Quirks = quirks }.Row(0, UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Dx, 8)).Row(0x300, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, [Text + 0x401, .. HardwareFrame(Text + 0x301, TaskStack + 56), 0, 0]);
        Assert.Equal(Text + expected, scene.Walk(new StartRegisters(Text, TaskStack, 0, new ScratchRegisters(0, 0, 0, TaskStack))).Callers[0]);
    }

    /// <summary>The stack kinds of an unwind: each once, even where a second visit would be legitimate.</summary>
    [Fact]
    public void StackKindEnteredTwice_EndsTheChain()
    {
        const ulong OtherNmi = NmiStack + 0x10000;
        var scene = new Scene().Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0))
            .Stack(StackKind.Nmi, NmiStack, Regs(ip: Text, sp: TaskStack)).Stack(StackKind.Task, TaskStack, Regs(ip: Text, sp: OtherNmi)).Stack(StackKind.Nmi, OtherNmi, Regs(ip: Text, sp: 0));
        Assert.Equal((2, UnwindOutcome.UnreadableRegisters), (scene.Walk(At(Text, NmiStack)).Callers.Count, scene.Walk(At(Text, NmiStack)).End));
    }

    [Fact]
    public void BpWithoutARow_IsTakenFromThePtRegs_AndKeptAcrossACall()
    {
        var scene = new Scene().Row(0, UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0)).Row(0x100, _entry).Row(0x200, UndwarfEntry.EndOfStack)
            .Stack(StackKind.Task, TaskStack, [.. Regs(ip: Text + 0x100, sp: TaskStack + 168, bp: 0xb1), Text + 0x201, 0]);
        Assert.Equal(0xb1UL, scene.Walk(At(Text, TaskStack, 0xb0)).Last.Frame.Bp);
    }

    [Fact]
    public void FinishedUnwind_StaysFinished()
    {
        var scene = new Scene().Row(0, UndwarfEntry.EndOfStack).Stack(StackKind.Task, TaskStack, 0, 0);
        var cursor = scene.Cursor;
        cursor.StartFromCurrent(StartRegisters.Sampled(Text + 1, TaskStack, 0), firstFrame: 1);
        Assert.False(cursor.MoveNext());
        Assert.False(cursor.MoveNext());
        Assert.Equal(UnwindOutcome.EndOfStack, cursor.Outcome);
    }

    /// <summary>The names in the catalogue are those of the catalogue of bugs, each quirk has one flag, and no two share it.</summary>
    [Fact]
    public void Quirks_HaveDistinctFlags()
    {
        Assert.Equal(QuirkCatalog.All.Count, QuirkCatalog.All.Select(quirk => quirk.Flag).Distinct().Count());
        Assert.All(QuirkCatalog.All, quirk => Assert.Equal(1, System.Numerics.BitOperations.PopCount((ulong)quirk.Flag)));
    }
}
