using System.Diagnostics;

namespace Harness.Benchmarks;

/// <summary>Rates of several things, measured in turn so that a change in the machine's speed meets all of them.</summary>
internal sealed class RateMeasurement
{
    private readonly List<(string Name, Func<long, long> Run, List<double> Rates)> _subjects = [];

    /// <summary>Adds something to measure.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="run">Does about so many of it and returns how many it did.</param>
    public void Add(string name, Func<long, long> run) => _subjects.Add((name, run, []));

    /// <summary>Warms each up, then runs all of them in turn for some rounds of about <paramref name="slice"/> each.</summary>
    /// <returns>Per second of the process's CPU time: the median and the best of the rounds.</returns>
    public IReadOnlyList<(string Name, double Median, double Best)> Measure(int rounds, TimeSpan slice)
    {
        var amounts = _subjects.Select(subject => Calibrate(subject.Run, slice)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < _subjects.Count; i++)
                _subjects[i].Rates.Add(RateOf(_subjects[i].Run, amounts[i]));
        }

        return [.. _subjects.Select(subject => (subject.Name, Median(subject.Rates), subject.Rates.Max()))];
    }

    private static long Calibrate(Func<long, long> run, TimeSpan slice)
    {
        // Long enough for the JIT to have replaced its first, slow code.
        var amount = 200_000L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < 2 * slice)
            run(amount);
        return Math.Max(amount, (long)(RateOf(run, amount) * slice.TotalSeconds));
    }

    private static double RateOf(Func<long, long> run, long amount)
    {
        var before = Environment.CpuUsage.TotalTime;
        var done = run(amount);
        return done / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
