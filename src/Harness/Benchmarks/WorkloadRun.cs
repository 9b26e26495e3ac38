using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading.Patching;
using Harness.Verification;
using Harness.Verification.Chains;

namespace Harness.Benchmarks;

/// <summary>One verified run of the benchmark's program, and what it did.</summary>
/// <param name="Points">Points verified.</param>
/// <param name="Frames">Frames compared.</param>
/// <param name="Interrupts">Interrupts delivered.</param>
internal readonly record struct WorkloadRun(long Points, long Frames, long Interrupts)
{
    /// <summary>Runs it as <c>verify</c> does; every point must be right.</summary>
    /// <param name="workload">The program.</param>
    /// <param name="instructions">About how many to execute, interrupts left out.</param>
    /// <param name="policy">The interrupts.</param>
    /// <param name="memoize">Whether what was right is remembered.</param>
    /// <exception cref="InputException">Something is wrong.</exception>
    public static WorkloadRun Verify(Workload workload, long instructions, InterruptPolicy policy, bool memoize = true)
    {
        var shadow = new ShadowStack();
        var context = workload.Context;
        var verifier = new ChainVerifier(
            context, FixtureHeader.Default, shadow, new RowCoverage(context.Image.RowsOf(default)), new BlindSpots(context.Image, []), default, memoize);
        var observer = new VerifyingObserver(verifier, CodeVariant.AsBuilt, new StackPicture(context, shadow));
        var run = new GuestRun(context, FixtureHeader.Default, policy, observer, shadow);
        observer.Attach(run);
        var result = workload.Run(run, instructions);
        if (observer.WrongPoints > 0 || result.Status != RunStatus.Halted || run.Finding is not null)
            throw new InputException($"the benchmark's program does not verify: {observer.WrongPoints} wrong points, {result}, {run.Finding?.Message}");
        return new WorkloadRun(verifier.Points, verifier.Frames, run.InterruptsDelivered);
    }

    /// <summary>Runs it with its interrupts and looks at nothing.</summary>
    public static WorkloadRun Watch(Workload workload, long instructions, InterruptPolicy policy)
    {
        var run = new GuestRun(workload.Context, FixtureHeader.Default, policy, new Blind(), new ShadowStack());
        var result = workload.Run(run, instructions);
        return result.Status == RunStatus.Halted && run.Finding is null
            ? new WorkloadRun(run.Instructions, 0, run.InterruptsDelivered)
            : throw new InputException($"the benchmark's program does not run: {result}, {run.Finding?.Message}");
    }

    private sealed class Blind : PointObserver
    {
        public override void OnPoint(ulong rip, MemoryChange change)
        {
        }
    }
}
