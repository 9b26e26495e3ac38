using System.Diagnostics;
using Harness.Kernels.Calls;
using Harness.Kernels.Loading;
using Harness.Verification.Results;

namespace Harness.Kernels.Verification;

/// <summary>Verifies all calls of a command line on several threads, and adds up what they reached.</summary>
/// <param name="kernel">The kernel.</param>
/// <param name="verifier">Of that kernel.</param>
internal sealed class CallBatch(KernelImage kernel, CallVerifier verifier)
{
    private readonly HashSet<int> _usedRows = [];
    private readonly SortedSet<string> _called = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Verifies them.</summary>
    /// <param name="calls">Which.</param>
    /// <param name="jobs">Threads.</param>
    /// <returns>What came of each, in their order, and of all.</returns>
    /// <exception cref="InputException">A call that names what there is not.</exception>
    public (IReadOnlyList<FixtureResult> Results, KernelTotals Totals) Run(IReadOnlyList<KernelCall> calls, int jobs)
    {
        var names = NamesOf(calls);
        var results = new FixtureResult[calls.Count];
        var next = -1;
        try
        {
            Parallel.For(0, Math.Min(jobs, calls.Count), _ =>
            {
                using var machine = verifier.CreateMachine();
                for (var index = Interlocked.Increment(ref next); index < calls.Count; index = Interlocked.Increment(ref next))
                    results[index] = Verify(calls[index], names[index], machine);
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions.FirstOrDefault(inner => inner is InputException) is { } input)
        {
            throw new InputException(input.Message);
        }

        var functions = verifier.Functions.FunctionsOf(_usedRows);
        return (results, new KernelTotals
        {
            Release = kernel.Release,
            Format = kernel.Format.Name,
            Rows = kernel.Rows,
            RowsUsed = _usedRows.Count,
            FunctionsCalled = [.. _called],
            FunctionsEntered = functions.Count,
        });
    }

    private FixtureResult Verify(KernelCall call, string name, KernelMachine machine)
    {
        var clock = Stopwatch.StartNew();
        var report = verifier.Verify(call, name, machine);
        lock (_lock)
        {
            _usedRows.UnionWith(report.UsedRows);
            if (!report.IsLeftOut)
                _called.UnionWith(call.Functions.Select(function => function.ToString()));
        }

        return ResultRecorder.Record(report.Report, clock.Elapsed);
    }

    /// <summary>The functions of a line; with a number where several lines call the same.</summary>
    private static string[] NamesOf(IReadOnlyList<KernelCall> calls)
    {
        var counts = new Dictionary<string, int>();
        return [.. calls.Select(call =>
        {
            var name = string.Join('+', call.Functions);
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            return count == 1 ? name : $"{name}({count})";
        })];
    }
}
