using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Harness.Bugs;
using Harness.Execution;
using Harness.Verification.Results;

namespace Harness.Verification.Scheduling;

/// <summary>
/// Verifies fixtures on a few threads. A thread that finds no more of them takes half of what another still has to do, so
/// that one long fixture keeps all of them busy.
/// </summary>
/// <param name="works">The fixtures.</param>
/// <param name="verify">Verifies a share; see <see cref="PromiseVerifier.Verify"/>.</param>
/// <param name="observer">Is told how far it is.</param>
/// <param name="jobs">How many threads to use.</param>
internal sealed class VerificationBatch(IReadOnlyList<FixtureWork> works, ShareVerification verify, BatchObserver observer, int jobs)
{
    /// <summary>What runs for a shorter time is not worth being prepared a second time.</summary>
    private static readonly TimeSpan _splitAfter = TimeSpan.FromMilliseconds(400);

    private readonly object _gate = new();
    private readonly Queue<WorkUnit> _waiting = new(works.SelectMany(work => work.Units).Where(unit => !unit.State.IsDone));
    private readonly List<WorkUnit> _running = [];
    private readonly Dictionary<FixtureWork, ExceptionDispatchInfo> _failures = [];

    /// <summary>The results in the order of the fixtures, whichever ended first. The first exception, in that order too, ends it.</summary>
    public IReadOnlyList<FixtureResult> Run()
    {
        var threads = Enumerable.Range(0, jobs).Select(_ => new Thread(Work)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        foreach (var work in works)
        {
            if (_failures.TryGetValue(work, out var failure))
                failure.Throw();
        }

        return [.. works.Select(work => work.Result)];
    }

    private void Work()
    {
        while (Take() is { } unit)
        {
            try
            {
                Verify(unit);
            }
            catch (Exception exception)
            {
                lock (_gate)
                    _failures.TryAdd(unit.Work, ExceptionDispatchInfo.Capture(exception));
            }
            finally
            {
                End(unit);
            }
        }
    }

    private WorkUnit? Take()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_waiting.TryDequeue(out var unit))
                {
                    unit.Begun = Stopwatch.GetTimestamp();
                    unit.NextLook = unit.Begun + BatchObserver.Interval;
                    _running.Add(unit);
                    return unit;
                }

                if (_running.Count == 0)
                    return null;
                AskForHalf();
                Monitor.Wait(_gate, _splitAfter);
            }
        }
    }

    /// <summary>
    /// All units of a fixture execute all of it, whatever they verify: more of them than threads would only cost time.
    /// </summary>
    private void AskForHalf()
    {
        if (_running.Exists(unit => unit.SplitWanted))
            return;
        var longest = _running
            .Where(unit => unit.Work.IsSplittable && unit.Work.Units.Count < jobs && Stopwatch.GetElapsedTime(unit.Begun) >= _splitAfter)
            .MinBy(unit => unit.Begun);
        if (longest is not null)
            longest.SplitWanted = true;
    }

    private void End(WorkUnit unit)
    {
        lock (_gate)
        {
            unit.SplitWanted = false;
            _running.Remove(unit);
            if (unit.Work.IsDone && unit.Work is { Units.Count: > 1, HoldsTogether: false })
                _waiting.Enqueue(unit.Work.StartOver());
            observer.Reached(unit);
            Monitor.PulseAll(_gate);
        }
    }

    private void Verify(WorkUnit unit)
    {
        var (before, started) = (unit.State, Stopwatch.GetTimestamp());
        var share = new PointShare(before.Range);
        var report = verify(unit.Work.Fixture, share, BlockBegins);
        if (before.Result is not null && share.Block < before.Range.FirstBlock)
            throw DifferentRun(unit);
        lock (_gate)
            unit.State = new UnitState(share.Range, IsDone: true, ResultOf(report));

        void BlockBegins(Func<FixtureReport> reportSoFar)
        {
            if (before.Result is { } earlier && share.Block == before.Range.FirstBlock && ResultRecorder.PathText(share.Path) != earlier.RunPath)
                throw DifferentRun(unit);
            // Before that, others verified, and the state is what it was.
            if (share.Block > before.Range.FirstBlock && (unit.SplitWanted || observer.WantsState(unit)))
                Pause(reportSoFar);
        }

        void Pause(Func<FixtureReport> reportSoFar)
        {
            var result = ResultOf(reportSoFar());
            lock (_gate)
            {
                if (unit.SplitWanted)
                {
                    unit.SplitWanted = false;
                    unit.Begun = Stopwatch.GetTimestamp();
                    var half = WorkUnit.Fresh(unit.Work, share.Split());
                    unit.Work.Units.Add(half);
                    _waiting.Enqueue(half);
                    Monitor.PulseAll(_gate);
                }

                unit.State = new UnitState(share.Range.From(share.Block), IsDone: false, result);
                observer.Reached(unit);
            }
        }

        FixtureResult ResultOf(FixtureReport report)
        {
            var result = ResultRecorder.Record(report, Stopwatch.GetElapsedTime(started));
            return before.Result is { } earlier ? ResultMerge.Join([earlier, result]) : result;
        }
    }

    private static InputException DifferentRun(WorkUnit unit) =>
        new($"{unit.Work.Fixture.Path}: it executes other instructions than when it was interrupted, so it can't be resumed");
}
