using System.Runtime.ExceptionServices;
using Harness.Fixtures;

namespace Harness.Verification;

/// <summary>Runs many fixtures on a few threads.</summary>
internal static class FixtureBatch
{
    /// <summary>The reports in the order of the fixtures, whichever ended first. The first exception, in that order too, ends it.</summary>
    public static IReadOnlyList<FixtureReport> Run(IReadOnlyList<Fixture> fixtures, Func<Fixture, FixtureReport> run, int jobs)
    {
        var reports = new FixtureReport[fixtures.Count];
        var failures = new ExceptionDispatchInfo?[fixtures.Count];
        var next = -1;
        var threads = Enumerable.Range(0, Math.Min(jobs, fixtures.Count)).Select(_ => new Thread(Work)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return reports;

        void Work()
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < fixtures.Count)
            {
                try
                {
                    reports[index] = run(fixtures[index]);
                }
                catch (Exception exception)
                {
                    failures[index] = ExceptionDispatchInfo.Capture(exception);
                }
            }
        }
    }
}
