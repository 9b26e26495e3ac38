namespace Harness.Benchmarks;

/// <summary>
/// Costs of several things, measured in turn so that a change in the machine's speed meets all of them. What is compared
/// is compared within a round.
/// </summary>
internal sealed class UnwindMeasurement
{
    private readonly Dictionary<string, (Func<double, double> Run, List<double> Costs)> _subjects = [];

    /// <summary>Adds something to measure.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="run">Does it for so many seconds of CPU time; returns nanoseconds for one.</param>
    public void Add(string name, Func<double, double> run) => _subjects.Add(name, (run, []));

    /// <summary>Is there such a thing?</summary>
    public bool Has(string name) => _subjects.ContainsKey(name);

    /// <summary>Warms each up, then runs all of them in turn.</summary>
    public void Measure(int rounds, double slice)
    {
        foreach (var (run, _) in _subjects.Values)
            run(slice);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (run, costs) in _subjects.Values)
                costs.Add(run(slice));
        }
    }

    /// <summary>The median of the rounds, in nanoseconds.</summary>
    public double MedianOf(string name) => Median(_subjects[name].Costs);

    /// <summary>How many times <paramref name="name"/> the cost of <paramref name="other"/> is: the median of the rounds' ratios.</summary>
    public double RatioOf(string other, string name) => Median([.. _subjects[other].Costs.Zip(_subjects[name].Costs, (theirs, ours) => theirs / ours)]);

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
