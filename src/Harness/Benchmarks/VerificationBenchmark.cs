using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Verification.Chains;
using Harness.Verification;

namespace Harness.Benchmarks;

/// <summary>Points verified per second, beside the rate of a hook that does nothing.</summary>
internal static class VerificationBenchmark
{
    private static readonly int[] _depths = [8, 32, 64];
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(500);
    private const int Rounds = 7;

    /// <summary>Measures, and writes a table.</summary>
    public static void Run(FixturePreparer preparer, TextWriter output)
    {
        var measurement = new RateMeasurement();
        var empty = new Workload(preparer, _depths[0]);
        var workloads = new List<Workload> { empty };
        measurement.Add("empty hook", amount => empty.Run(new EmptyObserver(), amount).Steps);

        var framesPerPoint = new Dictionary<string, double>();
        foreach (var (depth, memoize) in _depths.SelectMany(depth => new[] { (depth, true), (depth, false) }))
        {
            var workload = new Workload(preparer, depth);
            workloads.Add(workload);
            var name = $"every frame verified, depth {depth}{(memoize ? "" : ", no memo")}";
            measurement.Add(name, amount =>
            {
                var (points, frames) = Verify(workload, amount, memoize);
                framesPerPoint[name] = (double)frames / points;
                return points;
            });
        }

        output.WriteLine($"{"points per second of CPU time",-42}{"median",12}{"best",12}{"frames/point",14}{"ns/point",10}{"of empty hook",15}");
        var rates = measurement.Measure(Rounds, _slice);
        foreach (var (name, median, best) in rates)
        {
            var frames = framesPerPoint.TryGetValue(name, out var average) ? $"{average:F1}" : "-";
            output.WriteLine($"{name,-42}{median / 1e6,10:F2} M{best / 1e6,10:F2} M{frames,14}{1e9 / median,10:F1}{median / rates[0].Median,14:P0}");
        }

        workloads.ForEach(workload => workload.Dispose());
    }

    private static (long Points, long Frames) Verify(Workload workload, long amount, bool memoize)
    {
        var shadow = new ShadowStack();
        var context = workload.Context;
        var verifier = new ChainVerifier(context, FixtureHeader.Default, shadow, new RowCoverage(context.Image.RowsOf(default)), new BlindSpots(context.Image, []), memoize: memoize);
        var observer = new VerifyingObserver(verifier, CodeVariant.AsBuilt, new StackPicture(context, shadow));
        var run = new GuestRun(context, FixtureHeader.Default, InterruptPolicy.None, observer, shadow);
        observer.Attach(run);
        var result = workload.Run(run, amount);
        if (observer.WrongPoints > 0 || result.Status != RunStatus.Halted || run.Finding is not null)
            throw new InputException($"the benchmark's program does not verify: {observer.WrongPoints} wrong points, {result}");
        return (verifier.Points, verifier.Frames);
    }

    private sealed class EmptyObserver : MachineObserver
    {
        public override void OnInstruction(ulong rip, uint length)
        {
        }
    }
}
