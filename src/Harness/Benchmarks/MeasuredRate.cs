namespace Harness.Benchmarks;

/// <summary>What several measurements came to, per second.</summary>
/// <param name="Median">The middle one.</param>
/// <param name="Best">The best.</param>
internal readonly record struct MeasuredRate(double Median, double Best);
