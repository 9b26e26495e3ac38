using Harness.Execution;
using Undwarf.Quirks;
using Unwinder;
using Unwinder.Stacks;
using Unwinder.Tasks;

namespace Harness.Verification.Chains;

/// <summary>Looks for the caller of every frame at every point: the reference, and for any unwinder. Without a coverage no rows are marked.</summary>
internal class FullWalk<TUnwinder, TState, TMemory>(
    TUnwinder unwinder, TMemory memory, QuirkSet quirks, FrameComparison<TMemory> comparison, ShadowStack shadow, RowCoverage? coverage,
    bool checksRegisters = false) : ChainWalk
    where TUnwinder : struct, IFrameUnwinder<TState>
    where TState : struct, IUnwindState
    where TMemory : struct, IStackMemory
{
    // Not readonly: a call on a readonly field of a type parameter copies the struct first, each time.
#pragma warning disable IDE0044
    private TUnwinder _unwinder = unwinder;
#pragma warning restore IDE0044
    private readonly TMemory _memory = memory;

    /// <inheritdoc/>
    public override ChainVerdict Verify(in StartRegisters start, MemoryChange change)
    {
        Frames = 0;
        return _unwinder.Start(start, out var state) == UnwindOutcome.Caller ? Compare(ref state, shadow.Depth - 1) : ChainVerdict.Wrong;
    }

    /// <inheritdoc/>
    public override ChainVerdict VerifyTask(in InactiveTask task)
    {
        Frames = 0;
        var index = shadow.Depth - 1;
        if (StartTask(task, out var state) != UnwindOutcome.Caller || !comparison.AgreesAtStart(state.Current, shadow.Frames[index], task))
            return ChainVerdict.Wrong;
        Frames++;
        return Compare(ref state, index - 1);
    }

    /// <inheritdoc/>
    public override UnwoundChain Explain(in StartRegisters start)
    {
        var outcome = _unwinder.Start(start, out var state);
        return Explain(outcome, ref state, shadow.Depth - 1, outcome == UnwindOutcome.Caller ? null : 0);
    }

    /// <inheritdoc/>
    public override UnwoundChain ExplainTask(in InactiveTask task)
    {
        var outcome = StartTask(task, out var state);
        var isRight = outcome == UnwindOutcome.Caller && comparison.AgreesAtStart(state.Current, shadow.Top, task);
        return Explain(outcome, ref state, shadow.Depth - 2, isRight ? null : 0);
    }

    private UnwindOutcome StartTask(in InactiveTask task, out TState state)
    {
        state = default;
        var cursor = new UnwindCursor<TUnwinder, TState>(_unwinder, quirks);
        cursor.StartFromTask(task, _memory);
        if (!cursor.IsDone)
            state = cursor.State;
        return cursor.Outcome;
    }

    private ChainVerdict Compare(ref TState state, int index)
    {
        for (; ; index--)
        {
            var isInterrupted = state.Current.Signal;
            var outcome = _unwinder.Next(ref state);
            ref readonly var frame = ref state.Current;
            coverage?.Mark(frame.Row, isInterrupted);
            if (outcome != UnwindOutcome.Caller)
                return comparison.JudgeEnd(outcome, index, frame);
            if (index < 0 || !comparison.Agrees(frame, shadow.Frames[index], index) || (checksRegisters && !HasTrueRegisters(state, index)))
                return ChainVerdict.Wrong;
            Frames++;
        }
    }

    private UnwoundChain Explain(UnwindOutcome outcome, ref TState state, int index, int? firstWrong)
    {
        var chain = new List<UnwoundFrame>();
        string? wrongRegister = null;
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
