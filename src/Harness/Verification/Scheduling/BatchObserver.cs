using System.Diagnostics;

namespace Harness.Verification.Scheduling;

/// <summary>Writes down how far a batch is: for whoever waits, and for a later run if this one is killed.</summary>
/// <param name="works">All of it.</param>
/// <param name="journal">Keeps what was verified; null: nothing does.</param>
/// <param name="progress">Shows it; null: nothing does.</param>
internal sealed class BatchObserver(IReadOnlyList<FixtureWork> works, ResumeJournal? journal, ProgressLine? progress)
{
    /// <summary>From one look at a unit's state to the next, at least: half a second, in ticks of <see cref="Stopwatch"/>.</summary>
    public static long Interval { get; } = Stopwatch.Frequency / 2;

    /// <summary>Writing may take up to a 20th of the time, however large the state is.</summary>
    private const int PauseFactor = 20;

    /// <summary>Is it time to look at a unit's state? Asked often, by the thread that works on it.</summary>
    public bool WantsState(WorkUnit unit) => (journal ?? (object?)progress) is not null && Stopwatch.GetTimestamp() >= unit.NextLook;

    /// <summary>A unit's state has changed. Not by two threads at a time.</summary>
    public void Reached(WorkUnit unit)
    {
        var begin = Stopwatch.GetTimestamp();
        journal?.Write(unit.Work);
        progress?.Show(works, unit.Work);
        var end = Stopwatch.GetTimestamp();
        unit.NextLook = end + Math.Max(Interval, PauseFactor * (end - begin));
    }
}
