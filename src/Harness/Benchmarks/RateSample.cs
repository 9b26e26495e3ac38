namespace Harness.Benchmarks;

/// <summary>One measurement.</summary>
/// <param name="Done">How many.</param>
/// <param name="Time">In what time.</param>
internal readonly record struct RateSample(long Done, TimeSpan Time)
{
    /// <summary>Per second.</summary>
    public double Rate => Done / Time.TotalSeconds;
}
