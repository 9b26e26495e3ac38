using System.Security.Cryptography;
using System.Text;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Kernels.Calls;
using Harness.Kernels.Loading;
using Harness.Loading.Patching;
using Harness.Verification;
using Harness.Verification.Chains;
using Harness.Verification.Results;

namespace Harness.Kernels.Verification;

/// <summary>Verifies calls of a kernel's functions, each on a kernel of its own, as fixtures are verified.</summary>
internal sealed class CallVerifier
{
    private readonly KernelImage _kernel;
    private readonly VerificationOptions _options;
    private readonly IReadOnlyList<string> _replay;
    private readonly FixtureHeader _header;
    private readonly FunctionIndex _functions;
    private readonly BlindSpots _blindSpots;

    /// <param name="kernel">The kernel.</param>
    /// <param name="options">How.</param>
    /// <param name="replay">The words of a command line that has everything but the call.</param>
    public CallVerifier(KernelImage kernel, VerificationOptions options, IReadOnlyList<string> replay)
    {
        (_kernel, _options, _replay) = (kernel, options, replay);
        _header = new FixtureHeader
        {
            Interrupts = InterruptMode.Each,
            StandsFaults = false,
            Blind = [],
        };
        _functions = new FunctionIndex(kernel);
        _blindSpots = new BlindSpots(kernel.Image, [_header]);
    }

    /// <summary>The rows of which functions it was, and how many.</summary>
    public FunctionIndex Functions => _functions;

    /// <summary>A machine for calls.</summary>
    public KernelMachine CreateMachine() => new(_kernel, _header);

    /// <summary>Verifies one.</summary>
    /// <param name="call">Which.</param>
    /// <param name="name">The name that its result gets.</param>
    /// <param name="machine">As <see cref="CreateMachine"/> made it; used by one thread at a time.</param>
    /// <exception cref="InputException">A call that names what there is not.</exception>
    public CallReport Verify(KernelCall call, string name, KernelMachine machine)
    {
        var fixture = new Fixture(_kernel.File, "kernel", name, FixtureKind.Elf, _header);
        var report = new FixtureReport
        {
            Fixture = fixture,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_kernel.Hash + call.Text))),
            Image = _kernel.Image,
            Interrupts = _options.Interrupts,
            Wanted = (InterruptMode)Math.Min((int)_options.Interrupts, (int)InterruptMode.Each),
            EveryVisit = _options.EveryVisit,
            Replay = [.. _replay, "--call", call.Text],
        };
        if (WhyLeftOut(call) is { } reason)
            return new CallReport(report with { Notes = [$"left out, as {reason}"] }, []);
        return Run(report, call, machine);
    }

    private CallReport Run(FixtureReport report, KernelCall call, KernelMachine machine)
    {
        machine.Restore();
        var context = machine.Context;
        var shadow = new ShadowStack();
        var coverage = new RowCoverage(_kernel.Image.RowsOf(default));
        var verifier = new ChainVerifier(context, _header, shadow, coverage, _blindSpots);
        var observer = new VerifyingObserver(verifier, CodeVariant.AsBuilt, new StackPicture(context, shadow));
        var blindObserver = new ThunkBlindObserver(observer, context, shadow, _kernel.Thunks);
        InterruptPolicy policy = _options.Interrupts == InterruptMode.None ? InterruptPolicy.None : new EachInstructionPolicy(InterruptMode.Each, _options.EveryVisit);
        var share = new PointShare(ShareRange.Whole);
        var run = new GuestRun(context, _header, policy, blindObserver, shadow, share, machine.Tables);
        observer.Attach(run);
        blindObserver.Attach(run);

        var calls = new CallRun(_kernel, call, context, run, _options.MaximumInstructions);
        var (unmet, note) = Execute(calls, call);
        int[] used = [.. coverage.Used().Where(_kernel.Image.IsRowOfFixture)];
        int[] reachable = [.. _functions.RowsOf(_functions.FunctionsOf(used))];
        return new CallReport(
            report with
            {
                Run = (share.Next, share.Path),
                Execution = calls.Execution,
                Unmet = unmet,
                Notes = note is null ? [] : [note],
                Mismatches = observer.Mismatches,
                WrongPoints = observer.WrongPoints,
                WrongPlaces = observer.WrongPlaces,
                UnusedRows = [.. reachable.Except(used)],
                Counters = new VerificationCounters
                {
                    Instructions = run.Instructions,
                    Points = verifier.Points,
                    Frames = verifier.Frames,
                    BlindPoints = verifier.BlindPoints + blindObserver.BlindPoints,
                    Interrupts = run.InterruptsDelivered,
                    Rows = reachable.Length,
                    RowsUsed = reachable.Intersect(used).Count(),
                },
            },
            used);
    }

    /// <summary>Code that can't be emulated is named, whether that was expected or not.</summary>
    private static (string? Unmet, string? Note) Execute(CallRun calls, KernelCall call)
    {
        try
        {
            return (calls.Execute(), null);
        }
        catch (UnfaithfulInstructionException exception)
        {
            var isExpected = call.Statements.OfType<FunctionCall>().Any(function => function.Expected == ExpectedReturn.Unfaithful);
            return isExpected ? (null, $"not run to its end: {exception.Message}") : (exception.Message, null);
        }
    }

    private string? WhyLeftOut(KernelCall call)
    {
        if (call.Release is { } release && !_kernel.Release.StartsWith(release + ".", StringComparison.Ordinal))
            return $"it is for Linux {release}";
        return call.IsOptional ? MissingOf(call) : null;
    }

    private string? MissingOf(KernelCall call) =>
        call.Functions.Select(function => KernelNames.WhyMissing(_kernel, function)).FirstOrDefault(missing => missing is not null);
}
