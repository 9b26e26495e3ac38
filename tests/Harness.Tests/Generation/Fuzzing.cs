using Harness.Fixtures;
using Harness.Generation;
using Harness.Generation.Assembly;
using Harness.Generation.Csmith;
using Harness.Tests.Kit;
using Harness.Verification;

namespace Harness.Tests.Generation;

/// <summary>Runs of generated programs, with what came out.</summary>
internal static class Fuzzing
{
    public static ProgramFamily Assembly(int size = AssemblyFamily.DefaultSize) => new AssemblyFamily(size);

    /// <summary>Skips the test where a tool is missing.</summary>
    public static ProgramFamily Csmith(params string[] compilers)
    {
        string[] wanted = compilers.Length > 0 ? compilers : [.. CsmithSettings.DefaultCompilers];
        foreach (var tool in (string[])["csmith", "ld", .. wanted])
            _ = Programs.Require(tool);
        return new CsmithFamily(CsmithSettings.Of(wanted));
    }

    /// <summary>The runs of seeds 1, 2, ... in the order of seeds and settings.</summary>
    public static IReadOnlyList<ProgramRun> Run(
        ProgramFamily family, int count, InterruptMode interrupts = InterruptMode.None, long maximumInstructions = 2_000_000_000, FixturePreparer? preparer = null, ulong seed = 1)
    {
        var observer = new Recorder();
        var options = new FuzzOptions
        {
            Seed = seed,
            Count = count,
            Jobs = Environment.ProcessorCount,
            Verification = new VerificationOptions { Interrupts = interrupts, MaximumInstructions = maximumInstructions },
        };
        new FuzzRun(family, preparer ?? Verifying.Preparer, options, observer).Run();
        return [.. observer.Runs.OrderBy(run => run.Result.Seed).ThenBy(run => family.Settings.ToList().IndexOf(run.Setting))];
    }

    /// <summary>Nothing but harmless outcomes, all of them as named.</summary>
    public static void AssertNoFindings(IReadOnlyList<ProgramRun> runs) =>
        Assert.Empty(runs.Where(run => ProgramOutcomes.IsFinding(run.Result.Outcome)).Select(run => $"seed {run.Result.Seed} {run.Result.Setting}: {run.Result.Outcome}: {run.Result.Detail}"));

    private sealed class Recorder : IFuzzObserver
    {
        private readonly Lock _gate = new();

        public List<ProgramRun> Runs { get; } = [];

        public void Finished(ProgramRun run)
        {
            lock (_gate)
                Runs.Add(run);
        }
    }
}
