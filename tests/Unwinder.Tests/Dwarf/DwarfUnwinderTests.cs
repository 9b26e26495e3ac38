using Unwinder.Dwarf;
using Unwinder.Dwarf.Rows;
using Unwinder.Stacks;

namespace Unwinder.Tests.Dwarf;

/// <summary>One step at a time, over stacks made of arrays. Functions are 0x100 bytes each, from 0x400000 on.</summary>
public sealed class DwarfUnwinderTests
{
    private const ulong Stack = 0xffffc90000004000;
    private const ulong First = 0xffffffff81000000;
    private const ulong Second = First + 0x100;

    private static readonly byte[] _undefinedReturnAddress = [0x07, 16];

    [Fact]
    public void ACallIsFollowedFromWhateverTheStackHoldsThere()
    {
        // +0: rsp+8; +1: push rbx; +2: sub 8
        var table = Table([0x41, 0x0e, 16, 0x83, 2, 0x41, 0x0e, 24]);
        var stacks = new FakeStacks().Add(StackKind.Task, Stack, 0x55, 0xbb, Second + 0x10, 0, 0);
        foreach (var (ip, sp, rbx) in new[] { (First, Stack + 16, 3UL), (First + 1, Stack + 8, 0xbbUL), (First + 2, Stack, 0xbbUL), (First + 0xff, Stack, 0xbbUL) })
        {
            var (outcome, state) = Step(table, stacks, Registers(ip, sp));
            Assert.Equal(UnwindOutcome.Caller, outcome);
            Assert.Equal((Second + 0x10, Stack + 24, 5UL, Stack + 16), (state.Frame.Ip, state.Frame.Sp, state.Frame.Bp, state.Frame.IpSlot));
            Assert.Equal(rbx, state.Registers[DwarfRegister.Rbx]);
            Assert.Equal((false, RegisterFrame.None, false), (state.Frame.Signal, state.Frame.Registers, state.Frame.UserMode));
        }
    }

    [Fact]
    public void ARegisterThatCallsMayChangeIsKnownInTheInterruptedFrameAlone()
    {
        // The CFA of both functions is r10.
        var table = Table([0x0c, 10, 0], [0x0c, 10, 0]);
        var stacks = new FakeStacks().Add(StackKind.Task, Stack, Second + 0x10, 0, 0, 0);
        var registers = Registers(First + 4, Stack);
        registers.General[GeneralRegisters.R10] = Stack + 8;
        var unwinder = new DwarfUnwinder<InterpretedRows, FakeStacks>(new(table), stacks);
        unwinder.Start(registers, out var state);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Stack + 8, state.Frame.Sp);
        Assert.Equal(UnwindOutcome.MissingRegisters, unwinder.Next(ref state));
    }

    [Fact]
    public void AnUndefinedReturnAddressIsTheEnd()
    {
        Assert.Equal(UnwindOutcome.EndOfStack, Step(Table(_undefinedReturnAddress), OneWord(0), Registers(First, Stack)).Outcome);
    }

    [Fact]
    public void AReturnAddressBehindAFunctionBelongsToTheCallBeforeIt()
    {
        // First calls something that does not return as its last instruction, Second has another frame.
        var table = Table([0x0e, 32], _undefinedReturnAddress, [0x0e, 8]);
        var stacks = new FakeStacks().Add(StackKind.Task, Stack, Second, 0, 0, 0, 0x1234, 0, 0);
        var unwinder = new DwarfUnwinder<InterpretedRows, FakeStacks>(new(table), stacks);
        unwinder.Start(Registers(First + 0x200, Stack), out var state);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal((Second, Stack + 8), (state.Frame.Ip, state.Frame.Sp));
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal(Stack + 40, state.Frame.Sp);
    }

    /// <summary>A hardware frame at the stack pointer: rip, cs, rflags, rsp, ss.</summary>
    [Theory]
    [InlineData(Second, false)]
    [InlineData(0x401000, true)]
    public void ASignalFrameLeadsToAnInstructionThatIsLookedUpItself(ulong ip, bool isUser)
    {
        byte[] program = [0x0c, 7, 40, 0x90, 5, 0x87, 2];
        var bytes = new FrameBytes().Common("zRS", [0], program).Description(First, 0x100, augmentation: [0]).Common().Description(Second, 0x100, _undefinedReturnAddress);
        var stacks = new FakeStacks().Add(StackKind.Irq, Stack, ip, 0x10, 0, Stack + 0x4000, 0x18).Add(StackKind.Task, Stack + 0x4000, 0, 0);
        var unwinder = new DwarfUnwinder<InterpretedRows, FakeStacks>(new(bytes.Table()), stacks);
        unwinder.Start(Registers(First, Stack), out var state);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        Assert.Equal((ip, Stack + 0x4000, Stack, true), (state.Frame.Ip, state.Frame.Sp, state.Frame.IpSlot, state.Frame.Signal));
        Assert.Equal((RegisterFrame.Partial, Stack - 128, isUser), (state.Frame.Registers, state.Frame.RegistersAddress, state.Frame.UserMode));
        Assert.Equal(10UL, state.Registers[DwarfRegister.R10]); // not saved, so not changed
        Assert.Equal(isUser ? UnwindOutcome.UserMode : UnwindOutcome.EndOfStack, unwinder.Next(ref state));
    }

    /// <summary>The caller's rbx under a rule; the CFA is the stack pointer + 32, r12 is 12.</summary>
    [Theory]
    [InlineData("", 3, true)]
    [InlineData("07 03", 0, false)] // undefined
    [InlineData("08 03", 3, true)] // same value
    [InlineData("83 04", 0xaa, true)] // offset: c-32
    [InlineData("05 03 03", 0xbb, true)] // offset_extended: c-24
    [InlineData("11 03 7f", 0xdd, true)] // offset_extended_sf: c+8
    [InlineData("2f 03 01", 0xdd, true)] // GNU_negative_offset_extended: c+8
    [InlineData("14 03 04", 0xffffc90000004000, true)] // val_offset: c-32
    [InlineData("15 03 7f", 0xffffc90000004028, true)] // val_offset_sf: c+8
    [InlineData("09 03 0c", 12, true)] // register
    [InlineData("09 03 11", 0, false)] // a register that is not followed
    [InlineData("10 03 02 77 08", 0xbb, true)] // expression: *(rsp + 8)
    [InlineData("10 03 03 08 18 1c", 0xbb, true)] // with the CFA on the stack: *(cfa - 24)
    [InlineData("16 03 02 77 08", 0xffffc90000004008, true)] // val_expression
    [InlineData("83 04 c3", 3, true)] // restore
    [InlineData("83 04 0a 83 03 0b", 0xaa, true)] // remember, restore
    [InlineData("2e 20", 3, true)] // args_size
    [InlineData("05 80 01 03", 3, true)] // a register beyond those of the ABI
    public void RulesOfARegister(string hex, ulong expected, bool isKnown)
    {
        var table = Table([0x0e, 32, .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))]);
        var stacks = new FakeStacks().Add(StackKind.Task, Stack, 0xaa, 0xbb, 0xcc, Second, 0, 0xdd, 0);
        var (outcome, state) = Step(table, stacks, Registers(First, Stack));
        Assert.Equal(UnwindOutcome.Caller, outcome);
        Assert.Equal(isKnown, state.Registers.Has(DwarfRegister.Rbx));
        if (isKnown)
            Assert.Equal($"{expected:x}", $"{state.Registers[DwarfRegister.Rbx]:x}");
    }

    [Theory]
    [InlineData("0d 17", UnwindOutcome.CorruptCallFrames)] // a CFA in xmm6
    [InlineData("0f 01 30 0e 10", UnwindOutcome.CorruptCallFrames)] // an offset for an expression
    [InlineData("0b", UnwindOutcome.CorruptCallFrames)] // nothing remembered
    [InlineData("1d", UnwindOutcome.CorruptCallFrames)] // MIPS_advance_loc8
    [InlineData("0c 07", UnwindOutcome.CorruptCallFrames)] // ends within
    [InlineData("0e ff ff ff ff ff ff ff ff ff ff 01", UnwindOutcome.CorruptCallFrames)] // beyond 64 bits
    [InlineData("0e ff ff ff ff ff 01", UnwindOutcome.CorruptCallFrames)] // beyond 32 bits
    [InlineData("01 00 00 00 00 00 00 00 00", UnwindOutcome.CorruptCallFrames)] // back to 0
    [InlineData("0f 01 13", UnwindOutcome.CorruptCallFrames)] // an expression that fails
    [InlineData("0f 02 30 06", UnwindOutcome.UnreadableCfa)]
    [InlineData("0c 07 00", UnwindOutcome.UnreadableReturnAddress)] // below the stack
    [InlineData("86 7f", UnwindOutcome.UnreadableBp)] // rbp far above
    [InlineData("83 7f", UnwindOutcome.UnreadableRegisters)]
    [InlineData("07 10", UnwindOutcome.EndOfStack)]
    [InlineData("08 07", UnwindOutcome.WrongDirection)] // the caller has the same rsp
    [InlineData("07 07", UnwindOutcome.MissingRegisters)]
    public void WhyAChainEnds(string hex, UnwindOutcome expected)
    {
        var table = Table(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(expected, Step(table, new FakeStacks().Add(StackKind.Task, Stack, Second, 0, 0), Registers(First, Stack)).Outcome);
    }

    [Fact]
    public void RowsBeforeAFaultStillHold()
    {
        var table = Table([0x42, 0x0e, 16, 0x42, 0x1d]);
        Assert.Equal(UnwindOutcome.Caller, Step(table, OneWord(Second), Registers(First + 1, Stack)).Outcome);
        Assert.Equal(UnwindOutcome.CorruptCallFrames, Step(table, OneWord(Second), Registers(First + 4, Stack)).Outcome);
    }

    [Fact]
    public void WhereNothingIsDescribed()
    {
        Assert.Equal(UnwindOutcome.NoRow, Step(Table(), OneWord(Second), Registers(First, Stack)).Outcome);
        Assert.Equal(UnwindOutcome.UnknownStack, Step(Table([]), OneWord(Second), Registers(First, 0x1000)).Outcome);
    }

    [Fact]
    public void PartsOfWordsAreReadAtBothEndsOfAStack()
    {
        // rbx: val_expression DW_OP_breg7 n, DW_OP_deref_size 2
        foreach (var (offset, expected) in new[] { (0, 0x1122UL), (22, 0x8877UL) })
        {
            var table = Table([0x16, 3, 4, 0x77, (byte)offset, 0x94, 2, 0x0e, 16]);
            var (outcome, state) = Step(table, new FakeStacks().Add(StackKind.Task, Stack, 0x1122, Second, 0x8877_0000_0000_0000), Registers(First, Stack));
            Assert.Equal((UnwindOutcome.Caller, expected), (outcome, state.Registers[DwarfRegister.Rbx]));
        }
    }

    [Fact]
    public void UnwindingAllocatesNothing()
    {
        var table = Table([0x41, 0x0e, 16, 0x83, 2, 0x41, 0x0a, 0x0f, 3, 0x77, 0x18, 0x96, 0x42, 0x0b], [0x10, 6, 2, 0x77, 0]);
        var stacks = new FakeStacks().Add(StackKind.Task, Stack, [.. Enumerable.Repeat(Second + 8, 64)]);
        var interpreted = new DwarfUnwinder<InterpretedRows, FakeStacks>(new(table), stacks);
        var expanded = new DwarfUnwinder<ExpandedRows.Lookup, FakeStacks>(new ExpandedRows(table).CreateLookup(), stacks);
        Assert.Equal(0, Allocated(interpreted));
        Assert.Equal(0, Allocated(expanded));
    }

    private static long Allocated<TLookup>(DwarfUnwinder<TLookup, FakeStacks> unwinder)
        where TLookup : struct, ICallFrameLookup
    {
        var frames = 0;
        var registers = Registers(First + 2, Stack);
        Walk();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Walk();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(frames, 101 * 30, 101 * 64);
        return allocated;

        void Walk()
        {
            unwinder.Start(registers, out var state);
            while (unwinder.Next(ref state) == UnwindOutcome.Caller)
                frames++;
        }
    }

    private static (UnwindOutcome Outcome, DwarfState State) Step(FrameTable table, FakeStacks stacks, StartRegisters registers)
    {
        var interpreted = StepWith(new InterpretedRows(table));
        var expanded = StepWith(new ExpandedRows(table).CreateLookup());
        Assert.Equal(interpreted.Outcome, expanded.Outcome);
        Assert.Equal((interpreted.State.Frame.Ip, interpreted.State.Frame.Sp), (expanded.State.Frame.Ip, expanded.State.Frame.Sp));
        return interpreted;

        (UnwindOutcome Outcome, DwarfState State) StepWith<TLookup>(TLookup lookup)
            where TLookup : struct, ICallFrameLookup
        {
            var unwinder = new DwarfUnwinder<TLookup, FakeStacks>(lookup, stacks);
            var outcome = unwinder.Start(registers, out var state);
            return (outcome == UnwindOutcome.Caller ? unwinder.Next(ref state) : outcome, state);
        }
    }

    private static FakeStacks OneWord(ulong word) => new FakeStacks().Add(StackKind.Task, Stack, word, 0);

    private static FrameTable Table(params byte[][] programs)
    {
        var bytes = new FrameBytes().Common();
        for (var i = 0; i < programs.Length; i++)
            bytes.Description(First + (0x100 * (ulong)i), 0x100, programs[i]);
        return bytes.Table();
    }

    /// <summary>Registers that hold their DWARF number, but for rip and rsp.</summary>
    private static StartRegisters Registers(ulong ip, ulong sp)
    {
        var registers = new StartRegisters { Ip = ip };
        int[] numbers = [0, 2, 1, 3, 7, 6, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15];
        for (var i = 0; i < numbers.Length; i++)
            registers.General[i] = (ulong)numbers[i];
        registers.General[GeneralRegisters.Sp] = sp;
        registers.General[GeneralRegisters.Bp] = 5;
        return registers;
    }
}
