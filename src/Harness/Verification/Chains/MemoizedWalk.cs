using Harness.Execution;
using Harness.Loading;
using Unwinder;
using Unwinder.Lookup;

namespace Harness.Verification.Chains;

/// <summary>
/// Executes the innermost frame's row at every point, and those of outer frames only when something that they depend on
/// is not as it was. Comes to the same as <see cref="FullWalk{TMemory}"/>.
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
    private readonly WordLog _log = new();
    private readonly List<(UnwindState Arrival, int WordsBegin)> _walked = [];
    private ulong _lastSp;

    public MemoizedWalk(
        DirectMap lookup, GuestStackMemory memory, FrameComparison<GuestStackMemory> comparison,
        Func<RecordingStackMemory, FrameComparison<RecordingStackMemory>> compareWith, ShadowStack shadow, RowCoverage coverage)
    {
        var recording = new RecordingStackMemory(memory, _log);
        _unwinder = new(lookup, memory);
        _recordingUnwinder = new(lookup, recording);
        _comparison = comparison;
        _recordingComparison = compareWith(recording);
        _shadow = shadow;
        _coverage = coverage;
        _memo = new ChainMemo(memory);
    }

    /// <inheritdoc/>
    public override ChainVerdict Verify(in StartRegisters start, MemoryChange change)
    {
        _memo.Truncate(_shadow.TakeLowestDepth());
        _memo.Recheck(change, _lastSp);
        _lastSp = start.Sp;

        Frames = 0;
        var level = _shadow.Depth - 1;
        if (_unwinder.Start(start, out var state) != UnwindOutcome.Caller)
            return ChainVerdict.Wrong;
        var outcome = _unwinder.Next(ref state);
        _coverage.Mark(state.Row, isInterrupted: true);
        if (outcome != UnwindOutcome.Caller)
            return _comparison.JudgeEnd(outcome, level, state);
        if (level < 0 || !_comparison.Agrees(state, _shadow.Frames[level], level))
            return ChainVerdict.Wrong;
        if (!_memo.Holds(level, state) && !WalkOn(level, ref state))
            return ChainVerdict.Wrong;

        Frames = _shadow.Depth - _memo.Bottom;
        return _memo.Verdict;
    }

    /// <summary>Walks from a true frame to one that is remembered, or to the end, and remembers what it passed.</summary>
    private bool WalkOn(int level, ref UnwindState state)
    {
        _log.Truncate(0);
        _walked.Clear();
        do
        {
            _walked.Add((state, _log.Count));
            var isInterrupted = state.Signal;
            var outcome = _recordingUnwinder.Next(ref state);
            _coverage.Mark(state.Row, isInterrupted);
            if (outcome != UnwindOutcome.Caller)
            {
                var verdict = _recordingComparison.JudgeEnd(outcome, level - 1, state);
                _memo.Restart(level, verdict);
                Remember();
                return verdict != ChainVerdict.Wrong;
            }

            level--;
            if (level < 0 || !_recordingComparison.Agrees(state, _shadow.Frames[level], level))
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
