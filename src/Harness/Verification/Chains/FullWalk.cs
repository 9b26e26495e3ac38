using Harness.Execution;
using Unwinder;
using Unwinder.Stacks;

namespace Harness.Verification.Chains;

/// <summary>Looks for the caller of every frame at every point: the reference, and for any unwinder.</summary>
internal class FullWalk<TUnwinder, TState, TMemory>(
    TUnwinder unwinder, FrameComparison<TMemory> comparison, ShadowStack shadow, RowCoverage coverage) : ChainWalk
    where TUnwinder : struct, IFrameUnwinder<TState>
    where TState : struct, IUnwindState
    where TMemory : struct, IStackMemory
{
    private readonly TUnwinder _unwinder = unwinder;

    /// <inheritdoc/>
    public override ChainVerdict Verify(in StartRegisters start, MemoryChange change)
    {
        Frames = 0;
        if (_unwinder.Start(start, out var state) != UnwindOutcome.Caller)
            return ChainVerdict.Wrong;

        for (var index = shadow.Depth - 1; ; index--)
        {
            var isInterrupted = state.Current.Signal;
            var outcome = _unwinder.Next(ref state);
            ref readonly var frame = ref state.Current;
            coverage.Mark(frame.Row, isInterrupted);
            if (outcome != UnwindOutcome.Caller)
                return comparison.JudgeEnd(outcome, index, frame);
            if (index < 0 || !comparison.Agrees(frame, shadow.Frames[index], index) || !HasTrueRegisters(state, index))
                return ChainVerdict.Wrong;
            Frames++;
        }
    }

    /// <inheritdoc/>
    public override UnwoundChain Explain(in StartRegisters start)
    {
        var chain = new List<UnwoundFrame>();
        var outcome = _unwinder.Start(start, out var state);
        int? firstWrong = outcome == UnwindOutcome.Caller ? null : 0;
        string? wrongRegister = null;
        var index = shadow.Depth - 1;
        while (outcome == UnwindOutcome.Caller)
        {
            var frame = state.Current;
            outcome = _unwinder.Next(ref state);
            chain.Add(new UnwoundFrame(frame, state.Current.Row));
            var isRight = outcome == UnwindOutcome.Caller
                ? index >= 0 && comparison.Agrees(state.Current, shadow.Frames[index], index)
                : comparison.JudgeEnd(outcome, index, state.Current) != ChainVerdict.Wrong;
            if (isRight && outcome == UnwindOutcome.Caller && firstWrong is null)
            {
                wrongRegister = DescribeWrongRegister(state, index);
                isRight = wrongRegister is null;
            }

            if (!isRight)
                firstWrong ??= chain.Count - 1;
            index--;
        }

        return new UnwoundChain(chain, outcome, state.Current.FaultAddress, firstWrong ?? chain.Count - 1, wrongRegister);
    }

    /// <summary>Is what the unwinder knows of a true caller's registers, besides rsp and rbp, right?</summary>
    protected virtual bool HasTrueRegisters(in TState state, int index) => true;

    /// <summary>A register that is not, in words, or null.</summary>
    protected virtual string? DescribeWrongRegister(in TState state, int index) => null;
}
