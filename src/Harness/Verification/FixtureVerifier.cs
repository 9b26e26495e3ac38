using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Verification.Chains;

namespace Harness.Verification;

/// <summary>Runs a fixture from source to report.</summary>
internal sealed class FixtureVerifier(FixturePreparer preparer, VerificationOptions options)
{
    /// <exception cref="InputException">A source, a file or an image that can't be used.</exception>
    public FixtureReport Verify(Fixture fixture)
    {
        var prepared = preparer.Prepare(fixture);
        var report = new FixtureReport
        {
            Fixture = fixture,
            Diagnostics = prepared.Diagnostics,
            Quirks = preparer.Quirks,
            Unmet = UnmetByAnalysis(fixture, prepared),
        };
        return prepared.IsRefused || fixture.Header.Expectation.Outcome == ExpectedOutcome.Diagnostic ? report : Run(report, prepared);
    }

    /// <summary>Runs the code as built and, where it patches itself, patched. Rows that either used are used.</summary>
    private FixtureReport Run(FixtureReport report, PreparedObject prepared)
    {
        RowCoverage? coverage = null;
        CodeVariant[] variants = CodePatcher.IsPatched(prepared.File) ? [CodeVariant.AsBuilt, CodeVariant.Patched] : [CodeVariant.AsBuilt];
        foreach (var variant in variants)
            report = Run(report, prepared, variant, ref coverage);

        var counters = report.Counters;
        counters.Rows = coverage!.CountRows();
        counters.RowsUsed = coverage.CountUsed();
        return report with { Counters = counters, UnusedRows = [.. coverage.Unused()] };
    }

    private FixtureReport Run(FixtureReport report, PreparedObject prepared, CodeVariant variant, ref RowCoverage? coverage)
    {
        var runtime = preparer.Runtime();
        var image = ImageBuilder.Build([prepared.File], runtime.Select(support => support.File), variant);
        using var context = new GuestContext(image);
        context.SetEntry(prepared.Header.Entry);

        var shadow = new ShadowStack();
        coverage ??= new RowCoverage(image);
        var blindSpots = new BlindSpots(image, runtime.Select(support => support.Header).Prepend(prepared.Header));
        var verifier = new ChainVerifier(
            context, prepared.Header, shadow, coverage, blindSpots, new UnwinderChoice(options.Unwinder, preparer.Quirks));
        var observer = new VerifyingObserver(verifier, variant);
        var mode = (InterruptMode)Math.Min((int)options.Interrupts, (int)prepared.Header.Interrupts);
        var policy = mode == InterruptMode.None ? HeaderPolicy.Of(prepared.Header, image) : new EachInstructionPolicy(mode, options.EveryVisit);
        var run = new GuestRun(context, prepared.Header, policy, observer, shadow);
        observer.Attach(run);

        var result = context.Machine.Run(run, context.Root, new RunLimits(options.MaximumInstructions));
        var counters = report.Counters;
        counters.Add(Count(run, verifier));
        return report with
        {
            Image = image,
            Interrupts = mode,
            Unwinder = options.Unwinder,
            EveryVisit = options.EveryVisit,
            CompilerOptions = preparer.OptionsFor(report.Fixture),
            Counters = counters,
            Mismatches = [.. report.Mismatches, .. observer.Mismatches],
            WrongPoints = report.WrongPoints + observer.WrongPoints,
            WrongPlaces = [.. report.WrongPlaces.Union(observer.WrongPlaces)],
            Execution = report.Execution ?? run.Finding ?? RunEnd.FindingOf(result),
            Unmet = report.Unmet ?? UnmetByRun(prepared.Header, context.Machine.Cpu[Gpr.Rax]),
        };
    }

    private static VerificationCounters Count(GuestRun run, ChainVerifier verifier) => new()
    {
        Instructions = run.Instructions,
        Points = verifier.Points,
        Frames = verifier.Frames,
        BlindPoints = verifier.BlindPoints,
        Interrupts = run.InterruptsDelivered,
    };

    private static string? UnmetByAnalysis(Fixture fixture, PreparedObject prepared)
    {
        var expected = fixture.Header.Expectation;
        if (expected.Outcome != ExpectedOutcome.Diagnostic)
            return prepared.Diagnostics.Count == 0 ? null : prepared.Diagnostics[0].Format(fixture.Path);
        if (prepared.Diagnostics.Any(diagnostic => diagnostic.Id == expected.DiagnosticId))
            return null;
        return prepared.Diagnostics.Count == 0
            ? $"no {expected.DiagnosticId} was reported"
            : $"{expected.DiagnosticId} was not reported, but {prepared.Diagnostics[0].Format(fixture.Path)}";
    }

    private static string? UnmetByRun(FixtureHeader header, ulong result) =>
        header.Result is { } expected && expected != result ? $"the result is 0x{result:x} instead of 0x{expected:x}" : null;
}
