using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Tests.Kit;
using Harness.Verification;
using Harness.Verification.Chains;

namespace Harness.Tests.Verification;

/// <summary>A run that has warmed up takes no memory, however long it goes on: not for points, nor for interrupts.</summary>
public sealed class AllocationTests
{
    // All code of the nested paths has to be reached: what is found out once about an instruction is kept.
    private const long WarmUp = 600_000;
    private const long Enough = 200_000;

    [Theory]
    [InlineData("none", true)]
    [InlineData("none", false)]
    [InlineData("each", true)]
    [InlineData("nested", true)]
    public void Points_AllocateNothing(string interrupts, bool memoize)
    {
        var mode = Verifying.Mode(interrupts);
        using var scratch = new Scratch();
        var fixture = LongProgram.Write(scratch, WarmUp + (2 * Enough));
        var image = ImageBuilder.Build([Verifying.Preparer.Prepare(fixture).File], Verifying.Preparer.Runtime().Select(support => support.File));
        using var context = new GuestContext(image, fixture.Header);
        context.SetEntry(fixture.Header.Entry);
        var shadow = new ShadowStack();
        var verifier = new ChainVerifier(
            context, fixture.Header, shadow, new RowCoverage(image.RowsOf(default)), ManualRun.BlindSpotsOf(fixture, image), memoize: memoize);
        var observer = new VerifyingObserver(verifier, CodeVariant.AsBuilt, new StackPicture(context, shadow));
        var gauge = new Gauge(observer);
        var policy = mode == InterruptMode.None ? InterruptPolicy.None : new EachInstructionPolicy(mode, everyVisit: true);
        var run = new GuestRun(context, fixture.Header, policy, gauge, shadow);
        observer.Attach(run);

        context.Machine.Run(run, context.Root, new RunLimits(WarmUp + (2 * Enough)));
        Assert.Equal(0, observer.WrongPoints);
        Assert.True(gauge.Points >= WarmUp + Enough, $"{gauge.Points} points only");
        Assert.True(mode == InterruptMode.None || run.InterruptsDelivered > 1000);
        Assert.Equal(0, gauge.Allocated);
    }

    /// <summary>Reads how much the thread has allocated, at two points of the run.</summary>
    private sealed class Gauge(PointObserver observer) : PointObserver
    {
        private long _before;

        public long Points { get; private set; }

        public long Allocated { get; private set; } = -1;

        public override void OnPoint(ulong rip, MemoryChange change)
        {
            observer.OnPoint(rip, change);
            Points++;
            if (Points == WarmUp)
                _before = GC.GetAllocatedBytesForCurrentThread();
            else if (Points == WarmUp + Enough)
                Allocated = GC.GetAllocatedBytesForCurrentThread() - _before;
        }
    }
}
