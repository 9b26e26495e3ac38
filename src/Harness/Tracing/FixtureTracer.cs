using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Verification.Chains;
using Harness.Verification;

namespace Harness.Tracing;

/// <summary>Runs a fixture and writes down what happened.</summary>
internal sealed class FixtureTracer(FixturePreparer preparer)
{
    private const long MaximumInstructions = 500_000_000;

    /// <summary>The text, and whether all of it was right.</summary>
    /// <exception cref="InputException">A fixture that can't be run, or a point that is never reached.</exception>
    public (string Text, bool IsRight) Trace(Fixture fixture, TraceRequest request)
    {
        var (text, isRight, _) = TracePoint(fixture, request);
        return (text, isRight);
    }

    /// <summary>The same, and the places of the chain that was unwound from the point that was asked for.</summary>
    /// <exception cref="InputException">A fixture that can't be run, or a point that is never reached.</exception>
    public (string Text, bool IsRight, IReadOnlyList<string> Unwound) TracePoint(Fixture fixture, TraceRequest request)
    {
        var prepared = preparer.Prepare(fixture);
        if (prepared.IsRefused)
            return (prepared.Diagnostics[^1].Format(prepared.Name) + Environment.NewLine, false, []);

        var runtime = preparer.Runtime();
        var image = ImageBuilder.Build([prepared.File], runtime.Select(support => support.File), request.Variant, preparer.Quirks);
        using var context = new GuestContext(image, prepared.Header);
        context.SetEntry(prepared.Header.Entry);
        var shadow = new ShadowStack();
        var unwinder = prepared.Header.Unwinder ?? request.Unwinder;
        var verifier = new ChainVerifier(
            context, prepared.Header, shadow, new RowCoverage(image.RowsOf(unwinder)), new BlindSpots(image, runtime.Select(support => support.Header).Prepend(prepared.Header)),
            new UnwinderChoice(unwinder, preparer.Quirks));
        return request.At is null
            ? List(prepared, request, context, verifier, shadow)
            : Show(prepared, request, context, verifier, shadow);
    }

    private static (string Text, bool IsRight, IReadOnlyList<string> Unwound) List(
        PreparedObject prepared, TraceRequest request, GuestContext context, ChainVerifier verifier, ShadowStack shadow)
    {
        var listing = new TraceListing(context.Image, verifier, request.EachInstructionOnce);
        var run = new GuestRun(context, prepared.Header, PolicyOf(prepared, request, context.Image), listing, shadow);
        var result = context.Machine.Run(run, context.Root, new RunLimits(MaximumInstructions));
        var finding = run.Finding ?? RunEnd.FindingOf(result);
        var diagnostics = string.Concat(prepared.Diagnostics.Select(diagnostic => $"{diagnostic.Format(prepared.Name)}{Environment.NewLine}"));
        var end = finding is null
            ? $"end: {run.Instructions} instructions, rax 0x{context.Machine.Cpu[Gpr.Rax]:x}"
            : $"end: {context.Image.Symbols.NameOf(finding.Rip)}: {finding.Message}";
        return ($"{prepared.Name}: {prepared.Header.What}{Environment.NewLine}{diagnostics}{listing.Text}{end}{Environment.NewLine}",
            listing.WrongPoints == 0 && finding is null, []);
    }

    private static (string Text, bool IsRight, IReadOnlyList<string> Unwound) Show(
        PreparedObject prepared, TraceRequest request, GuestContext context, ChainVerifier verifier, ShadowStack shadow)
    {
        var address = PointAddress.Parse(request.At!, context.Image.Symbols);
        var detail = new PointDetail(context, verifier, address, NestOf(request, context.Image));
        var run = new GuestRun(context, prepared.Header, PolicyOf(prepared, request, context.Image), detail, shadow);
        detail.Attach(run);
        context.Machine.Run(run, context.Root, new RunLimits(MaximumInstructions));
        if (detail.Text is null)
            throw new InputException($"{prepared.File.Name}: {request.At} is never about to execute{string.Concat(request.Nest.Select(interrupt => $" in an interrupt at {interrupt.At}"))}");
        return (detail.Text, detail.IsRight, detail.Unwound);
    }

    private static InterruptPolicy PolicyOf(PreparedObject prepared, TraceRequest request, Image image)
    {
        if (ModeOf(prepared, request) is not InterruptMode.None and var mode)
            return new EachInstructionPolicy(mode, request.EveryVisit);
        return request.Nest.Count > 0 ? new NestReplayPolicy(NestOf(request, image)) : HeaderPolicy.Of(prepared.Header, image);
    }

    private static InterruptMode ModeOf(PreparedObject prepared, TraceRequest request) =>
        (InterruptMode)Math.Min((int)request.Interrupts, (int)prepared.Header.Interrupts);

    private static InterruptPlace[] NestOf(TraceRequest request, Image image) =>
    [
        .. request.Nest.Select(interrupt =>
        {
            var place = PointAddress.Parse(interrupt.At, image.Symbols);
            return new InterruptPlace(interrupt.Kind, place.Rip, place.Visit);
        }),
    ];
}
