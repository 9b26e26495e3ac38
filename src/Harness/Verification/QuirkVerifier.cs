using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Undwarf.Quirks;

namespace Harness.Verification;

/// <summary>
/// Runs a fixture that reproduces a fault of the past: repaired, all must be right; with the quirk, callers must be wrong,
/// and exactly where the fixture says. A fixture of another kind is just run.
/// </summary>
internal sealed class QuirkVerifier(FixturePreparer preparer, VerificationOptions options)
{
    private readonly FixtureVerifier _verifier = new(preparer, options);

    /// <summary>As <see cref="FixtureVerifier.Verify"/>; the faulty run is not shared out but the first share's.</summary>
    /// <exception cref="InputException">A source, a file or an image that can't be used.</exception>
    public FixtureReport Verify(Fixture fixture, PointShare? share = null, Action<Func<FixtureReport>>? blockBegins = null)
    {
        var report = _verifier.Verify(fixture, share, blockBegins);
        if (preparer.Quirks != QuirkSet.None || preparer.Variant != SourceVariant.Repaired || !report.Passed
            || share is { Range.Index: > 0 } || FaultOf(fixture) is not { } fault)
        {
            return report;
        }

        var faulty = new FixtureVerifier(fault.Preparer, options).Verify(fixture);
        return report with { QuirkProblem = ProblemOf(faulty, fault.Name) };
    }

    private (FixturePreparer Preparer, string Name)? FaultOf(Fixture fixture) => fixture.Header.Expectation switch
    {
        { Outcome: ExpectedOutcome.Quirk, Quirk: { } quirk } => (preparer.With(quirk.Flag, SourceVariant.Faulty), $"the quirk {quirk.Name}"),
        { Outcome: ExpectedOutcome.Fault } => (preparer.With(QuirkSet.None, SourceVariant.Faulty), "its fault"),
        _ => null,
    };

    private static string? ProblemOf(FixtureReport faulty, string fault)
    {
        if (faulty.Execution is not null && faulty.Fixture.Header.Wrong.Count == 0)
            return null;
        if (faulty.WrongPoints == 0)
            return $"{fault} should make frames wrong, but {(faulty.Image is null ? "there is no table" : "all are right")}";

        var symbols = faulty.Image!.Symbols;
        var expected = faulty.Fixture.Header.Wrong.Select(place => PointAddress.Parse(place, symbols).Rip).ToHashSet();
        if (expected.Count == 0)
            return null;

        // Interrupts bring control to more places; without them the two are the same.
        var missing = expected.Except(faulty.WrongPlaces).ToArray();
        var more = faulty.Interrupts == InterruptMode.None ? faulty.WrongPlaces.Except(expected).ToArray() : [];
        return missing.Length == 0 && more.Length == 0
            ? null
            : $"with {fault}: {string.Join("; ", Say(missing, "right, but should be wrong").Concat(Say(more, "wrong, but should be right")))}";

        IEnumerable<string> Say(ulong[] places, string what) =>
            places.Length == 0 ? [] : [$"{string.Join(", ", places.Select(symbols.NameOf))} {what}"];
    }
}
