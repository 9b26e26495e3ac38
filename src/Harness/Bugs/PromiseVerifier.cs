using Harness.Execution;
using Harness.Fixtures;
using Harness.Verification;
using Undwarf.Quirks;

namespace Harness.Bugs;

/// <summary>
/// Verifies that a fixture keeps its promise: one that reproduces a fault of the past must be wrong with it and right
/// without; any other is just run. So is every fixture when quirks are asked for.
/// </summary>
internal sealed class PromiseVerifier(FixturePreparer preparer, VerificationOptions options)
{
    private readonly FixtureVerifier _verifier = new(preparer, options);
    private readonly BugReproducer _reproducer = new(preparer, options);

    /// <summary>As <see cref="FixtureVerifier.Verify"/>; the faulty run is not shared out but the first share's.</summary>
    /// <exception cref="InputException">A source, a file or an image that can't be used.</exception>
    public FixtureReport Verify(Fixture fixture, PointShare? share = null, Action<Func<FixtureReport>>? blockBegins = null)
    {
        var report = _verifier.Verify(fixture, share, blockBegins);
        if (preparer.Quirks != QuirkSet.None || preparer.Variant != SourceVariant.Repaired || share is { Range.Index: > 0 } || Fault.Of(fixture) is not { } fault)
            return report;
        return report with { QuirkProblem = _reproducer.Reproduce(fixture, fault, report).Problem };
    }
}
