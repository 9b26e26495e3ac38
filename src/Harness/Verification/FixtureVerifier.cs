using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Loading.Patching;
using Harness.Verification.Chains;
using Undwarf.Quirks;
using Unwinder;

namespace Harness.Verification;

/// <summary>Runs a fixture from source to report.</summary>
internal sealed class FixtureVerifier(FixturePreparer preparer, VerificationOptions options)
{
    /// <summary>Verifies a fixture, or a share of its points.</summary>
    /// <param name="fixture">Which.</param>
    /// <param name="share">The points; null: all.</param>
    /// <param name="blockBegins">Called now and then with what makes a report of all that was done until then.</param>
    /// <exception cref="InputException">A source, a file or an image that can't be used.</exception>
    public FixtureReport Verify(Fixture fixture, PointShare? share = null, Action<Func<FixtureReport>>? blockBegins = null)
    {
        var prepared = preparer.Prepare(fixture);
        var report = new FixtureReport
        {
            Fixture = fixture,
            Hash = prepared.Hash,
            Diagnostics = prepared.Diagnostics,
            Quirks = preparer.Quirks,
            Wanted = options.Interrupts,
            Unmet = UnmetByAnalysis(fixture, prepared),
        };
        return prepared.IsRefused || fixture.Header.Expectation.Outcome == ExpectedOutcome.Diagnostic
            ? report
            : Run(report, prepared, share ?? new PointShare(ShareRange.Whole), blockBegins);
    }

    /// <summary>Runs the code as built and, where it patches itself, patched. Rows that either used are used.</summary>
    private FixtureReport Run(FixtureReport report, PreparedObject prepared, PointShare share, Action<Func<FixtureReport>>? blockBegins)
    {
        RowCoverage? coverage = null;
        CodeVariant[] variants = CodePatcher.IsPatched(prepared.File) ? [CodeVariant.AsBuilt, CodeVariant.Patched] : [CodeVariant.AsBuilt];
        foreach (var variant in variants)
            report = Run(report, prepared, variant, share, blockBegins, ref coverage);
        return report;
    }

    private FixtureReport Run(
        FixtureReport report, PreparedObject prepared, CodeVariant variant, PointShare share, Action<Func<FixtureReport>>? blockBegins, ref RowCoverage? coverage)
    {
        var runtime = preparer.Runtime();
        var image = ImageBuilder.Build([prepared.File], runtime.Select(support => support.File), variant, preparer.Quirks);
        using var context = new GuestContext(image, prepared.Header);
        context.SetEntry(prepared.Header.Entry);

        var shadow = new ShadowStack();
        var rows = coverage ??= new RowCoverage(image.RowsOf(UnwinderOf(prepared.Header)));
        var declared = DeclaredRows.Of(prepared.Header, image, UnwinderOf(prepared.Header), isFaulty: preparer.Quirks != QuirkSet.None || preparer.Variant == SourceVariant.Faulty);
        var blindSpots = new BlindSpots(image, runtime.Select(support => support.Header).Prepend(prepared.Header));
        var verifier = new ChainVerifier(
            context, prepared.Header, shadow, rows, blindSpots, new UnwinderChoice(UnwinderOf(prepared.Header), preparer.Quirks));
        var observer = new VerifyingObserver(verifier, variant, new StackPicture(context, shadow));
        var mode = (InterruptMode)Math.Min((int)options.Interrupts, (int)prepared.Header.Interrupts);
        var policy = mode == InterruptMode.None ? HeaderPolicy.Of(prepared.Header, image) : new EachInstructionPolicy(mode, options.EveryVisit);
        var run = new GuestRun(context, prepared.Header, policy, observer, shadow, share);
        observer.Attach(run);

        var before = report with
        {
            Image = image,
            Interrupts = mode,
            Entry = preparer.Entry,
            EveryVisit = options.EveryVisit,
            Unwinder = UnwinderOf(prepared.Header),
            CompilerOptions = preparer.OptionsFor(report.Fixture),
        };
        share.BlockBegins = blockBegins is null ? null : () => blockBegins(SoFar);
        var result = context.Machine.Run(run, context.Root, new RunLimits(options.MaximumSteps));
        return SoFar() with
        {
            Execution = before.Execution ?? run.Finding ?? RunEnd.FindingOf(result),
            Result = context.Machine.Cpu[Gpr.Rax],
            Unmet = before.Unmet ?? UnmetByRun(prepared.Header, context.Machine.Cpu[Gpr.Rax]) ?? declared.Contradiction(run.WasExecuted),
        };

        FixtureReport SoFar()
        {
            var counters = before.Counters;
            counters.Add(Count(run, verifier));
            counters.Rows = rows.CountRows();
            counters.RowsUsed = rows.CountUsed();
            var uses = rows.Uses();
            counters.RowsInterrupted = RowUses.CountInterrupted(uses);
            counters.RowsReturnedTo = RowUses.CountReturnedTo(uses);
            counters.RowsDeclared = rows.Unused().Count(row => declared.ReasonAt(rows.All.AddressOf(row)) is not null);
            return before with
            {
                Run = (share.Next, share.Path),
                Counters = counters,
                Mismatches = [.. before.Mismatches, .. observer.Mismatches],
                WrongPoints = before.WrongPoints + observer.WrongPoints,
                WrongPlaces = [.. before.WrongPlaces.Union(observer.WrongPlaces)],
                UnusedRows = [.. rows.Unused()],
                RowUses = uses,
            };
        }
    }

    private UnwinderKind UnwinderOf(FixtureHeader header) => header.Unwinder ?? options.Unwinder;

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
