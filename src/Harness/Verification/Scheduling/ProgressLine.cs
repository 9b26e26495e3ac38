using System.Globalization;

namespace Harness.Verification.Scheduling;

/// <summary>One line on a terminal that is overwritten as work goes on, from its first second on.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ProgressLine(TextWriter terminal, TimeProvider clock)
{
    private const int Width = 79;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    private readonly long _begin = clock.GetTimestamp();
    private long? _shown;
    private long _pointsBefore = -1;

    /// <summary>The line for standard error; null when that is no terminal.</summary>
    public static ProgressLine? OnStandardError() => Console.IsErrorRedirected ? null : new ProgressLine(Console.Error, TimeProvider.System);

    /// <summary>Shows how far the works are.</summary>
    /// <param name="works">All of them.</param>
    /// <param name="current">One that is being worked on.</param>
    public void Show(IReadOnlyList<FixtureWork> works, FixtureWork current)
    {
        var points = works.Sum(work => work.Units.Sum(unit => unit.State.Result?.Counters.Points ?? 0));
        // What an earlier run left does not count for the rate.
        if (_pointsBefore < 0)
            _pointsBefore = points;
        Show(elapsed =>
        {
            var rate = (points - _pointsBefore) / elapsed.TotalSeconds / 1e6;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{works.Count(work => work.IsDone)}/{works.Count} fixtures, {points:N0} points, {rate:F1} M/s, {elapsed.TotalSeconds:F0} s: {current.Fixture.Name}");
        });
    }

    /// <summary>Shows a line, unless it is too early for one, or for another.</summary>
    /// <param name="lineAfter">Makes it from the time since the beginning.</param>
    public void Show(Func<TimeSpan, string> lineAfter)
    {
        var elapsed = clock.GetElapsedTime(_begin);
        if (elapsed < _patience || (_shown is { } before && clock.GetElapsedTime(before) < _interval))
            return;

        _shown = clock.GetTimestamp();
        var line = lineAfter(elapsed);
        terminal.Write($"\r{(line.Length > Width ? line[..Width] : line.PadRight(Width))}");
        terminal.Flush();
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_shown is null)
            return;
        terminal.Write($"\r{new string(' ', Width)}\r");
        terminal.Flush();
    }
}
