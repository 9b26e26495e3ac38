using Undwarf;
using Undwarf.Quirks;
using Unwinder.FramePointers;
using Unwinder.Guess;
using Unwinder.Lookup;
using Unwinder.Runtime;
using Unwinder.Stacks;
using Unwinder.Tasks;

namespace Unwinder.Tests;

/// <summary>Random rows over random stacks. <see cref="FakeStacks"/> throws when anything outside a stack is read.</summary>
public sealed class HostileInputTests
{
    private const ulong Text = 0x1000;
    private const int TextSize = 64;

    private static readonly QuirkSet[] _quirks =
        [.. QuirkCatalog.All.Where(quirk => quirk.Part == QuirkPart.Unwinder && quirk.Flag != QuirkSet.StackRangeRecheck).Select(quirk => quirk.Flag)];

    [Fact]
    public void AnyTableOnAnyStack_EndsWithinABound()
    {
        var outcomes = Run(0, 30_000);

        // The cases are worth something only if they reach all the ways to end.
        Assert.Equal([], Enum.GetValues<UnwindOutcome>().Except(outcomes).Except([UnwindOutcome.Caller, UnwindOutcome.NoTables, UnwindOutcome.RunsElsewhere, UnwindOutcome.CorruptCallFrames]));
    }

    /// <summary>Run with --explicit only.</summary>
    [Fact(Explicit = true)]
    public void AnyTableOnAnyStack_EndsWithinABound_AMillionTimes() => Run(1_000_000, 1_000_000);

    private static HashSet<UnwindOutcome> Run(int firstSeed, int count)
    {
        var outcomes = new HashSet<UnwindOutcome>();
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var random = new Random(seed);
            try
            {
                outcomes.Add(Unwind(random));
            }
            catch (InvalidOperationException exception)
            {
                Assert.Fail($"seed {seed}: {exception.Message}");
            }
        }

        return outcomes;
    }

    private static UnwindOutcome Unwind(Random random)
    {
        // Stacks in the middle, at the start and at the end of the address space.
        ulong[] bases = [0x10000, 0x20000, 0, unchecked((ulong)-512)];
        var stacks = new FakeStacks();
        for (var i = 0; i < 4; i++)
            stacks.Add((StackKind)(1 + random.Next(6)), bases[i], Words(random, bases));

        var start = StartFrom(random, stacks, bases);
        var runtime = random.Next(4) == 0 ? Runtime(random, bases) : null;
        switch (random.Next(6))
        {
            case 0:
                return Walk<FramePointerUnwinder<FakeStacks>, FramePointerState>(new(stacks, runtime), start);
            case 1:
                return Walk<GuessUnwinder<Code, FakeStacks>, GuessState>(new(default, stacks, runtime), start);
            default:
                var rows = Enumerable.Range(0, random.Next(1, 20))
                    .Select(_ => new UndwarfRow(Text + (ulong)random.Next(TextSize), Entry(random))).ToArray();
                var quirks = random.Next(3) == 0 ? _quirks[random.Next(_quirks.Length)] | _quirks[random.Next(_quirks.Length)] : QuirkSet.None;
                return Walk<UndwarfUnwinder<TableSearch, FakeStacks>, UnwindState>(new(new TableSearch(UndwarfTable.FromRows(rows)), stacks, quirks, runtime), start);
        }
    }

    /// <summary>Registers of whatever value, or those that a sleeping task's stack gives.</summary>
    private static StartRegisters StartFrom(Random random, FakeStacks stacks, ulong[] bases)
    {
        if (random.Next(4) == 0 && new InactiveTask(Word(random, bases), Text).TryRead(stacks, QuirkSet.None, out var task) == UnwindOutcome.Caller)
            return task;
        return new StartRegisters(
            random.Next(8) == 0 ? Word(random, bases) : Text + (ulong)random.Next(TextSize), Word(random, bases), Word(random, bases),
            new ScratchRegisters(Word(random, bases), Word(random, bases), Word(random, bases), Word(random, bases)));
    }

    private static RuntimeCode Runtime(Random random, ulong[] bases)
    {
        var hooks = new HookList(random.Next(2) == 0 ? QuirkSet.None : QuirkSet.ReturnToHandlerOrder);
        for (var i = random.Next(4); i > 0; i--)
            hooks.Add(new(Word(random, bases), Word(random, bases), Word(random, bases)));
        return new RuntimeCode(hooks, new CodeCopy(Word(random, bases), Word(random, bases), Word(random, bases)));
    }

    private static UnwindOutcome Walk<TUnwinder, TState>(TUnwinder unwinder, in StartRegisters start)
        where TUnwinder : struct, IFrameUnwinder<TState>
        where TState : struct, IUnwindState
    {
        var outcome = unwinder.Start(start, out var state);
        for (var steps = 0; outcome == UnwindOutcome.Caller; steps++)
        {
            Assert.True(steps < 4 * 64 * 8, "the unwinder does not end");
            outcome = unwinder.Next(ref state);
        }

        return outcome;
    }

    private readonly struct Code : IKernelText
    {
        public bool Contains(ulong address) => unchecked(address - Text) < TextSize;
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
