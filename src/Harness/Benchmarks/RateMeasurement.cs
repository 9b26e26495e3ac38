namespace Harness.Benchmarks;

/// <summary>Rates of several things, measured in turn so that a change in the machine's speed meets all of them.</summary>
/// <param name="only">Left out is what does not have this in its name.</param>
internal sealed class RateMeasurement(string only = "")
{
    private readonly List<Subject> _subjects = [];

    private sealed record Subject(string Name, Func<long, RateSample> Run)
    {
        public List<double> Rates { get; } = [];

        public long Amount { get; set; }
    }

    /// <summary>Adds something to measure by the processor time that this process takes for it.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="run">Does about so many of it and returns how many it did.</param>
    public void Add(string name, Func<long, long> run) => AddTimed(name, amount =>
    {
        var before = Environment.CpuUsage.TotalTime;
        var done = run(amount);
        return new RateSample(done, Environment.CpuUsage.TotalTime - before);
    });

    /// <summary>Adds something that takes its own time.</summary>
    public void AddTimed(string name, Func<long, RateSample> run)
    {
        if (name.Contains(only, StringComparison.Ordinal))
            _subjects.Add(new Subject(name, run));
    }

    /// <summary>Warms each up, then runs all of them in turn for some rounds of about <paramref name="slice"/> each.</summary>
    /// <returns>Per second: the median and the best of the rounds, by name.</returns>
    public IReadOnlyDictionary<string, MeasuredRate> Measure(int rounds, TimeSpan slice)
    {
        foreach (var subject in _subjects)
            subject.Amount = Calibrate(subject.Run, slice);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var subject in _subjects)
                subject.Rates.Add(subject.Run(subject.Amount).Rate);
        }

        return _subjects.ToDictionary(subject => subject.Name, subject => new MeasuredRate(Median(subject.Rates), subject.Rates.Max()));
    }

    /// <summary>How many take about a slice, once the JIT has replaced its first, slow code.</summary>
    private static long Calibrate(Func<long, RateSample> run, TimeSpan slice)
    {
        const int Growth = 4;
        const int WarmSlices = 4;
        var (amount, spent) = (500L, TimeSpan.Zero);
        while (true)
        {
            var sample = run(amount);
            spent += sample.Time;
            if (sample.Time >= slice / Growth && spent >= WarmSlices * slice)
                return Math.Max(1, (long)(sample.Rate * slice.TotalSeconds));
            if (sample.Time < slice)
                amount *= Growth;
        }
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
