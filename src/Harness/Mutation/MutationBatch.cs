using System.Runtime.ExceptionServices;
using Harness.Fixtures;

namespace Harness.Mutation;

/// <summary>Damages the tables of many fixtures on a few threads.</summary>
internal static class MutationBatch
{
    /// <summary>
    /// The results in the order of the fixtures; those without a table that could be damaged are left out. The first
    /// exception, in that order too, ends it.
    /// </summary>
    public static IReadOnlyList<FixtureMutants> Run(IReadOnlyList<Fixture> fixtures, FixtureMutation mutation, int jobs)
    {
        var results = new FixtureMutants?[fixtures.Count];
        var failures = new ExceptionDispatchInfo?[fixtures.Count];
        Parallel.For(0, fixtures.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
        {
            try
            {
                results[i] = mutation.Run(fixtures[i]);
            }
            catch (Exception exception)
            {
                failures[i] = ExceptionDispatchInfo.Capture(exception);
            }
        });
        Array.Find(failures, failure => failure is not null)?.Throw();
        return [.. results.OfType<FixtureMutants>()];
    }
}
