using Undwarf;
using Unwinder.Lookup;
using Unwinder.Stacks;

namespace Unwinder.Tests;

/// <summary>Random rows over random stacks. <see cref="FakeStacks"/> throws when anything outside a stack is read.</summary>
public sealed class HostileInputTests
{
    private const ulong Text = 0x1000;
    private const int TextSize = 64;

    [Fact]
    public void AnyTableOnAnyStack_EndsWithinABound()
    {
        var outcomes = new HashSet<UnwindOutcome>();
        for (var seed = 0; seed < 30_000; seed++)
            outcomes.Add(Unwind(new Random(seed)));

        // The cases are worth something only if they reach all the ways to end.
        Assert.Equal([], Enum.GetValues<UnwindOutcome>().Except(outcomes).Except([UnwindOutcome.Caller, UnwindOutcome.NoTables, UnwindOutcome.RunsElsewhere, UnwindOutcome.Exhausted, UnwindOutcome.BadFramePointer, UnwindOutcome.CorruptCallFrames]));
    }

    private static UnwindOutcome Unwind(Random random)
    {
        // Stacks in the middle, at the start and at the end of the address space.
        ulong[] bases = [0x10000, 0x20000, 0, unchecked((ulong)-512)];
        var stacks = new FakeStacks();
        for (var i = 0; i < 4; i++)
            stacks.Add((StackKind)(1 + random.Next(6)), bases[i], Words(random, bases));

        var rows = Enumerable.Range(0, random.Next(1, 20))
            .Select(_ => new UndwarfRow(Text + (ulong)random.Next(TextSize), Entry(random))).ToArray();
        var unwinder = new UndwarfUnwinder<TableSearch, FakeStacks>(new TableSearch(UndwarfTable.FromRows(rows)), stacks);
        var start = new StartRegisters(
            Text + (ulong)random.Next(TextSize), Word(random, bases), Word(random, bases),
            new ScratchRegisters(Word(random, bases), Word(random, bases), Word(random, bases), Word(random, bases)));

        var outcome = unwinder.Start(start, out var state);
        for (var steps = 0; outcome == UnwindOutcome.Caller; steps++)
        {
            Assert.True(steps < 4 * 64 * 8, "the unwinder does not end");
            outcome = unwinder.Next(ref state);
        }

        return outcome;
    }

    private static ulong[] Words(Random random, ulong[] bases) =>
        Enumerable.Range(0, random.Next(8, 64)).Select(_ => Word(random, bases)).ToArray();

    /// <summary>Mostly what an unwinder can go on with: addresses of code, of stack words, small numbers.</summary>
    private static ulong Word(Random random, ulong[] bases) => random.Next(8) switch
    {
        0 => (ulong)random.NextInt64(),
        1 => (ulong)random.Next(64),
        2 or 3 or 4 => Text + (ulong)random.Next(TextSize),
        _ => unchecked(bases[random.Next(4)] + (8 * (ulong)random.Next(-2, 64))),
    };

    private static UndwarfEntry Entry(Random random) => new(
        (short)(8 * random.Next(-3, 12)),
        (short)(8 * random.Next(-3, 12)),
        (UndwarfRegister)random.Next(16),
        (UndwarfRegister)(random.Next(4) == 0 ? random.Next(16) : 0),
        (FrameType)(random.Next(3) == 0 ? random.Next(4) : 0),
        (EntryFlags)random.Next(4));
}
