using Elf;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Verification;
using Harness.Verification.Chains;

namespace Harness.Tests.Kit;

/// <summary>A verification put together by hand, where a test wants other parts in it than the command has.</summary>
internal static class ManualRun
{
    /// <summary>The report on a fixture that consists of certain files, run on top of others.</summary>
    public static FixtureReport Verify(
        Fixture fixture, IReadOnlyList<ElfFile> files, IReadOnlyList<ElfFile> runtime, InterruptMode interrupts = InterruptMode.None)
    {
        var image = ImageBuilder.Build(files, runtime);
        using var context = new GuestContext(image, fixture.Header);
        context.SetEntry(fixture.Header.Entry);
        var shadow = new ShadowStack();
        var coverage = new RowCoverage(image);
        var verifier = new ChainVerifier(context, fixture.Header, shadow, coverage, BlindSpotsOf(fixture, image));
        var observer = new VerifyingObserver(verifier, CodeVariant.AsBuilt);
        var run = new GuestRun(context, fixture.Header, PolicyOf(fixture, image, interrupts), observer, shadow);
        observer.Attach(run);

        var result = context.Machine.Run(run, context.Root, new RunLimits(10_000_000));
        return new FixtureReport
        {
            Fixture = fixture,
            Image = image,
            Execution = run.Finding ?? RunEnd.FindingOf(result),
            Mismatches = observer.Mismatches,
            WrongPoints = observer.WrongPoints,
            UnusedRows = [.. coverage.Unused()],
            Counters = new VerificationCounters
            {
                Instructions = run.Instructions,
                Interrupts = run.InterruptsDelivered,
                Points = verifier.Points,
                Frames = verifier.Frames,
                BlindPoints = verifier.BlindPoints,
                Rows = coverage.CountRows(),
                RowsUsed = coverage.CountUsed(),
            },
        };
    }

    /// <summary>What the fixture's header and those of the code it runs on allow.</summary>
    public static BlindSpots BlindSpotsOf(Fixture fixture, Image image) =>
        new(image, Verifying.Preparer.Runtime().Select(support => support.Header).Prepend(fixture.Header));

    /// <summary>The interrupts of a mode, as far as the header allows it.</summary>
    public static InterruptPolicy PolicyOf(Fixture fixture, Image image, InterruptMode interrupts) =>
        interrupts == InterruptMode.None || fixture.Header.Interrupts == InterruptMode.None
            ? HeaderPolicy.Of(fixture.Header, image)
            : new EachInstructionPolicy(interrupts);
}
