using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Undwarf.Quirks;
using Unwinder;
using Unwinder.FramePointers;
using Unwinder.Guess;
using Unwinder.Lookup;
using Unwinder.Runtime;
using Unwinder.Stacks;
using Unwinder.Tables;

namespace Harness.Verification.Chains;

/// <summary>Makes the walk for an unwinder: the one place where the choice between them is made.</summary>
/// <param name="context">The machine.</param>
/// <param name="header">What the fixture allows.</param>
/// <param name="shadow">The true callers.</param>
/// <param name="coverage">Where the rows that are used get marked.</param>
/// <param name="blindSpots">Where an unwind may stop.</param>
internal sealed class ChainWalks(
    GuestContext context, FixtureHeader header, ShadowStack shadow, RowCoverage coverage, BlindSpots blindSpots)
{
    private readonly GuestStackMemory _memory = new(context.Stacks);

    /// <summary>A walk with an unwinder, remembering what did not change between points or not.</summary>
    /// <exception cref="InputException">One that can't be used on these files.</exception>
    public ChainWalk Create(UnwinderChoice unwinder, bool memoize) => unwinder.Kind switch
    {
        UnwinderKind.Undwarf when context.Image.Tables is { } tables => Full<UndwarfUnwinder<TableSetLookup, GuestStackMemory>, UnwindState>(
            new(tables.Lookup, _memory, unwinder.Quirks, Runtime(unwinder.Quirks)), quirks: unwinder.Quirks),
        // What is remembered is remembered by the repaired rules.
        UnwinderKind.Undwarf => memoize && !header.KeepsCallersElsewhere && unwinder.Quirks == QuirkSet.None ? Memoized() : FullUndwarf(unwinder.Quirks),
        UnwinderKind.FramePointer => Full<FramePointerUnwinder<GuestStackMemory>, FramePointerState>(
            new(_memory, Runtime(unwinder.Quirks)), ComparedFields.Addresses),
        UnwinderKind.Guess => Full<GuessUnwinder<GuestText, GuestStackMemory>, GuessState>(
            new(new GuestText(context.Image), _memory, Runtime(unwinder.Quirks)), ComparedFields.Addresses),
        UnwinderKind.Dwarf => new DwarfWalk(
            new(context.Image.CallFrames.Lookup, _memory), _memory, unwinder.Quirks, Compare(_memory), shadow, coverage, header),
        _ => throw new InputException($"--unwinder {UnwinderKinds.NameOf(unwinder.Kind)}: not for these files"),
    };

    private UndwarfUnwinder<DirectMap, TMemory> Undwarf<TMemory>(TMemory memory, QuirkSet quirks)
        where TMemory : struct, IStackMemory => new(context.Image.Lookup, memory, quirks, Runtime(quirks));

    private RuntimeCode? Runtime(QuirkSet quirks) => GuestRuntimeCode.Of(header, context, quirks);

    private FullWalk<UndwarfUnwinder<DirectMap, GuestStackMemory>, UnwindState, GuestStackMemory> FullUndwarf(QuirkSet quirks) =>
        Full<UndwarfUnwinder<DirectMap, GuestStackMemory>, UnwindState>(Undwarf(_memory, quirks), quirks: quirks);

    private FullWalk<TUnwinder, TState, GuestStackMemory> Full<TUnwinder, TState>(TUnwinder unwinder, ComparedFields fields = ComparedFields.Everything, QuirkSet quirks = QuirkSet.None)
        where TUnwinder : struct, IFrameUnwinder<TState>
        where TState : struct, IUnwindState => new(unwinder, _memory, quirks, Compare(_memory, fields), shadow, coverage);

    private MemoizedWalk Memoized()
    {
        var log = new WordLog();
        var memo = new ChainMemo(_memory);
        var recording = new RecordingStackMemory(_memory, log);
        return new MemoizedWalk(
            FullUndwarf(QuirkSet.None),
            Undwarf(_memory, QuirkSet.None), Compare(_memory), Undwarf(recording, QuirkSet.None), Compare(recording), log,
            new SteadyChain(context.Machine.Cpu, context.Image.Lookup, _memory, shadow, coverage, memo), memo, shadow, coverage);
    }

    private FrameComparison<TMemory> Compare<TMemory>(TMemory memory, ComparedFields fields = ComparedFields.Everything)
        where TMemory : struct, IStackMemory => new(memory, shadow, header, blindSpots, fields);
}
