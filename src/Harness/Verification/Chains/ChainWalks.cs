using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Unwinder;
using Unwinder.Lookup;
using Unwinder.Stacks;

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
        UnwinderKind.Undwarf => memoize ? Memoized() : Full<UndwarfUnwinder<DirectMap, GuestStackMemory>, UnwindState>(Undwarf(_memory)),
        _ => throw new InputException($"--unwinder {UnwinderKinds.NameOf(unwinder.Kind)}: not for these files"),
    };

    private UndwarfUnwinder<DirectMap, TMemory> Undwarf<TMemory>(TMemory memory)
        where TMemory : struct, IStackMemory => new(context.Image.Lookup, memory);

    private FullWalk<TUnwinder, TState, GuestStackMemory> Full<TUnwinder, TState>(TUnwinder unwinder)
        where TUnwinder : struct, IFrameUnwinder<TState>
        where TState : struct, IUnwindState => new(unwinder, Compare(_memory), shadow, coverage);

    private MemoizedWalk Memoized()
    {
        var log = new WordLog();
        var recording = new RecordingStackMemory(_memory, log);
        return new MemoizedWalk(
            Full<UndwarfUnwinder<DirectMap, GuestStackMemory>, UnwindState>(Undwarf(_memory)),
            Undwarf(_memory), Compare(_memory), Undwarf(recording), Compare(recording), log,
            new SteadyChain(context.Machine.Cpu, context.Image.Lookup, _memory, shadow, coverage), _memory, shadow, coverage);
    }

    private FrameComparison<TMemory> Compare<TMemory>(TMemory memory)
        where TMemory : struct, IStackMemory => new(memory, shadow, header, blindSpots);
}
