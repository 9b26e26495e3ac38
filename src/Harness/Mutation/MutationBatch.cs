using Harness.Fixtures;

namespace Harness.Mutation;

/// <summary>Damages the tables of many fixtures on a few threads.</summary>
internal static class MutationBatch
{
    /// <summary>The results in the order of the fixtures; those without a table that could be damaged are left out.</summary>
    /// <exception cref="InputException">The first fixture, in that order, that can't be used.</exception>
    public static IReadOnlyList<FixtureMutants> Run(IReadOnlyList<Fixture> fixtures, FixtureMutation mutation, int jobs)
    {
        var results = new FixtureMutants?[fixtures.Count];
        var failures = new InputException?[fixtures.Count];
        Parallel.For(0, fixtures.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
        {
            try
            {
                results[i] = mutation.Run(fixtures[i]);
            }
            catch (InputException exception)
            {
                failures[i] = exception;
            }
        });
        if (Array.Find(failures, failure => failure is not null) is { } first)
            throw first;
        return [.. results.OfType<FixtureMutants>()];
    }
}
