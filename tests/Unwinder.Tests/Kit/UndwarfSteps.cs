using Undwarf;
using Unwinder.Lookup;

namespace Unwinder.Tests.Kit;

/// <summary>Unwinds by a few rows, step by step.</summary>
internal static class UndwarfSteps
{
    public static readonly UndwarfEntry FunctionEntry = UndwarfEntry.FunctionEntry;
    public static readonly UndwarfEntry RegsOnTop = UndwarfEntry.Interrupted(FrameType.Regs, UndwarfRegister.Sp, 0);
    public static readonly UndwarfEntry IretOnTop = UndwarfEntry.Interrupted(FrameType.Iret, UndwarfRegister.Sp, 0);

    public static UndwarfRow Row(ulong offset, UndwarfEntry entry) => new(Scene.Text + offset, entry);

    public static UndwarfUnwinder<TableSearch, FakeStacks> UnwinderOf(FakeStacks stacks, params UndwarfRow[] rows) =>
        new(new TableSearch(UndwarfTable.FromRows(rows)), stacks);

    public static (UndwarfUnwinder<TableSearch, FakeStacks> Unwinder, UnwindState State) Start(
        FakeStacks stacks, StartRegisters registers, params UndwarfRow[] rows)
    {
        var unwinder = UnwinderOf(stacks, rows);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Start(registers, out var state));
        return (unwinder, state);
    }

    public static UnwindState Step(FakeStacks stacks, UndwarfRow row, StartRegisters registers)
    {
        var (unwinder, state) = Start(stacks, registers, row);
        Assert.Equal(UnwindOutcome.Caller, unwinder.Next(ref state));
        return state;
    }

    public static List<ulong> WalkToEnd(UndwarfUnwinder<TableSearch, FakeStacks> unwinder, ref UnwindState state, UnwindOutcome end)
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
