using Harness.Execution;
using Unwinder;
using Unwinder.Lookup;
using Unwinder.Stacks;

namespace Harness.Verification.Chains;

/// <summary>Looks up and executes the row of every frame at every point: the reference.</summary>
internal sealed class FullWalk<TMemory>(
    UndwarfUnwinder<DirectMap, TMemory> unwinder, FrameComparison<TMemory> comparison, ShadowStack shadow, RowCoverage coverage) : ChainWalk
    where TMemory : struct, IStackMemory
{
    /// <inheritdoc/>
    public override ChainVerdict Verify(in StartRegisters start, MemoryChange change)
    {
        Frames = 0;
        if (unwinder.Start(start, out var state) != UnwindOutcome.Caller)
            return ChainVerdict.Wrong;

        for (var index = shadow.Depth - 1; ; index--)
        {
            var isInterrupted = state.Signal;
            var outcome = unwinder.Next(ref state);
            coverage.Mark(state.Row, isInterrupted);
            if (outcome != UnwindOutcome.Caller)
                return comparison.JudgeEnd(outcome, index, state);
            if (index < 0 || !comparison.Agrees(state, shadow.Frames[index], index))
                return ChainVerdict.Wrong;
            Frames++;
        }
    }
}
