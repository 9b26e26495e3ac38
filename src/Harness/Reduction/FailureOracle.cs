using Elf;
using Harness.Bugs;
using Harness.Fixtures;
using Harness.Verification;

namespace Harness.Reduction;

/// <summary>Decides whether a source fails as another did: with its fault in the same way, and without it not at all.</summary>
internal sealed class FailureOracle
{
    private readonly FixtureVerifier _verifier;
    private readonly FixtureVerifier? _repaired;
    private readonly FailureSignature _wanted;

    /// <param name="fixture">What fails.</param>
    /// <param name="preparer">How its objects are made.</param>
    /// <param name="options">How it is verified.</param>
    /// <exception cref="InputException">It does not fail, or not by its fault.</exception>
    public FailureOracle(Fixture fixture, FixturePreparer preparer, VerificationOptions options)
    {
        var fault = Fault.Of(fixture);
        var failing = fault is null ? preparer : preparer.With(fault.Quirks, SourceVariant.Faulty);
        var failingOptions = options with { Unwinder = fault?.Unwinder ?? options.Unwinder };
        Report = new FixtureVerifier(failing, failingOptions).Verify(fixture);
        _wanted = FailureSignature.AllOf(Report) is [var first, ..] ? first : throw new InputException($"{fixture.Path}: {WhyNot(Report)}");

        // What is cut off on the way must not turn into a run without an end.
        const int Margin = 4;
        var limit = (Margin * Report.Counters.Instructions) + 1000;
        _verifier = new FixtureVerifier(failing, failingOptions with { MaximumInstructions = limit });
        _repaired = fault is null ? null : new FixtureVerifier(preparer, options with { MaximumInstructions = limit });
        if (_repaired?.Verify(fixture) is { Passed: false })
            throw new InputException($"{fixture.Path}: it fails without {fault!.Description}, too; see harness verify");
    }

    /// <summary>How the fixture failed at first.</summary>
    public FixtureReport Report { get; }

    /// <summary>Sources that were tried.</summary>
    public int Trials { get; private set; }

    /// <summary>The report of a fixture that fails in the same way, or null.</summary>
    public FixtureReport? Fails(Fixture fixture)
    {
        Trials++;
        try
        {
            var report = _verifier.Verify(fixture);
            return report.Execution is null && FailureSignature.AllOf(report).Contains(_wanted) && (_repaired is null || _repaired.Verify(fixture).Passed)
                ? report
                : null;
        }
        catch (Exception exception) when (exception is InputException or ElfFormatException)
        {
            // Not a program any more.
            return null;
        }
    }

    private static string WhyNot(FixtureReport report) =>
        report.Image is null ? $"it was not run: {report.Unmet}" : $"every frame of its {report.Counters.Points} points is right: there is nothing to reduce";
}
