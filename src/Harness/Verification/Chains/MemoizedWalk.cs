using Harness.Execution;
using Harness.Loading;
using Unwinder;
using Unwinder.Lookup;
using Unwinder.Tasks;

namespace Harness.Verification.Chains;

/// <summary>
/// Executes the innermost frame's row at every point, and those of outer frames only when something that they depend on
/// is not as it was. Comes to the same as <see cref="FullWalk{TUnwinder, TState, TMemory}"/>.
/// </summary>
internal sealed class MemoizedWalk : ChainWalk
{
    private readonly UndwarfUnwinder<DirectMap, GuestStackMemory> _unwinder;
    private readonly UndwarfUnwinder<DirectMap, RecordingStackMemory> _recordingUnwinder;
    private readonly FrameComparison<GuestStackMemory> _comparison;
    private readonly FrameComparison<RecordingStackMemory> _recordingComparison;
    private readonly ShadowStack _shadow;
    private readonly RowCoverage _coverage;
    private readonly ChainMemo _memo;
    private readonly ChainWalk _reference;
    private readonly WordLog _log;
    private readonly List<(UnwindState Arrival, int WordsBegin)> _walked = [];

    public MemoizedWalk(
        ChainWalk reference,
        UndwarfUnwinder<DirectMap, GuestStackMemory> unwinder,
        FrameComparison<GuestStackMemory> comparison,
        UndwarfUnwinder<DirectMap, RecordingStackMemory> recordingUnwinder,
        FrameComparison<RecordingStackMemory> recordingComparison,
        WordLog log,
        SteadyChain steady,
        ChainMemo memo,
        ShadowStack shadow,
        RowCoverage coverage)
    {
        _reference = reference;
        _unwinder = unwinder;
        _comparison = comparison;
        _recordingUnwinder = recordingUnwinder;
        _recordingComparison = recordingComparison;
        _log = log;
        Steady = steady;
        _shadow = shadow;
        _coverage = coverage;
        _memo = memo;
    }

    /// <inheritdoc/>
    public override ChainVerdict Verify(in StartRegisters start, MemoryChange change)
    {
        _memo.Truncate(_shadow.TakeLowestDepth());
        _memo.Recheck(change, Steady!.LastSp);
        var verdict = Step(start);
        if (verdict == ChainVerdict.Right)
            Steady.Settle(start, Frames);
        else
            Steady.Unsettle(start.Sp);
        return verdict;
    }

    private ChainVerdict Step(in StartRegisters start)
    {
        Frames = 0;
        var level = _shadow.Depth - 1;
        if (_unwinder.Start(start, out var state) != UnwindOutcome.Caller)
            return ChainVerdict.Wrong;
        var outcome = _unwinder.Next(ref state);
        _coverage.Mark(state.Frame.Row, isInterrupted: true);
        if (outcome != UnwindOutcome.Caller)
            return _comparison.JudgeEnd(outcome, level, state.Frame);
        if (level < 0 || !_comparison.Agrees(state.Frame, _shadow.Frames[level], level))
            return ChainVerdict.Wrong;
        if (!_memo.Holds(level, state) && !WalkOn(level, ref state))
            return ChainVerdict.Wrong;

        Frames = _shadow.Depth - _memo.Bottom;
        return _memo.Verdict;
    }

    /// <inheritdoc/>
    public override UnwoundChain Explain(in StartRegisters start) => _reference.Explain(start);

    /// <inheritdoc/>
    public override ChainVerdict VerifyTask(in InactiveTask task)
    {
        var verdict = _reference.VerifyTask(task);
        Frames = _reference.Frames;
        return verdict;
    }

    /// <inheritdoc/>
    public override UnwoundChain ExplainTask(in InactiveTask task) => _reference.ExplainTask(task);

    /// <summary>Walks from a true frame to one that is remembered, or to the end, and remembers what it passed.</summary>
    private bool WalkOn(int level, ref UnwindState state)
    {
        _log.Truncate(0);
        _walked.Clear();
        do
        {
            _walked.Add((state, _log.Count));
            var isInterrupted = state.Frame.Signal;
            var outcome = _recordingUnwinder.Next(ref state);
            _coverage.Mark(state.Frame.Row, isInterrupted);
            if (outcome != UnwindOutcome.Caller)
            {
                var verdict = _recordingComparison.JudgeEnd(outcome, level - 1, state.Frame);
                _memo.Restart(level, verdict);
                Remember();
                return verdict != ChainVerdict.Wrong;
            }

            level--;
            if (level < 0 || !_recordingComparison.Agrees(state.Frame, _shadow.Frames[level], level))
            {
                _memo.Restart(0, ChainVerdict.Wrong);
                return false;
            }
        }
        while (!_memo.Holds(level, state));

        _memo.Truncate(level + 1);
        Remember();
        return true;
    }

    private void Remember()
    {
        var end = _log.Count;
        for (var i = _walked.Count - 1; i >= 0; i--)
        {
            var (arrival, begin) = _walked[i];
            _memo.Add(arrival, _log[begin, end]);
            end = begin;
        }
    }
}
