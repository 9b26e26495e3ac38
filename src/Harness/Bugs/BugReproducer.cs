using Harness.Fixtures;
using Harness.Loading;
using Harness.Verification;

namespace Harness.Bugs;

/// <summary>
/// Runs a fixture that reproduces a fault of the past: repaired, all must be right; with the fault, callers must be
/// wrong, and exactly where the fixture says.
/// </summary>
internal sealed class BugReproducer(FixturePreparer preparer, VerificationOptions options)
{
    /// <exception cref="InputException">A source, a file or an image that can't be used.</exception>
    public Reproduction Reproduce(Fixture fixture, Fault fault) =>
        Reproduce(fixture, fault, new FixtureVerifier(preparer, options).Verify(fixture));

    /// <summary>The same when the run without the fault is there already.</summary>
    /// <exception cref="InputException">A source, a file or an image that can't be used.</exception>
    public Reproduction Reproduce(Fixture fixture, Fault fault, FixtureReport repaired)
    {
        if (!repaired.Passed)
            return new Reproduction(fixture, fault, repaired, null, null);

        // Interrupts bring control to more places, so the exact list is that of the plain run.
        var plain = options with { Interrupts = InterruptMode.None, Unwinder = fault.Unwinder ?? options.Unwinder };
        var faulty = new FixtureVerifier(FaultyPreparer(fault), plain).Verify(fixture);
        return new Reproduction(fixture, fault, repaired, faulty, ProblemOf(faulty, fault.Description));
    }

    /// <summary>What makes objects with the fault.</summary>
    public FixturePreparer FaultyPreparer(Fault fault) => preparer.With(fault.Quirks, SourceVariant.Faulty);

    private static string? ProblemOf(FixtureReport faulty, string fault)
    {
        // Some faults show in what the code does, before anybody unwinds from it.
        if (faulty.Execution is not null && faulty.Fixture.Header.Wrong.Count == 0)
            return null;
        if (faulty.WrongPoints == 0)
            return $"{fault} should make frames wrong, but {(faulty.Image is null ? "there is no table" : "all are right")}";

        var symbols = faulty.Image!.Symbols;
        var expected = faulty.Fixture.Header.Wrong.Select(place => PointAddress.Parse(place, symbols).Rip).ToHashSet();
        if (expected.Count == 0)
            return "its header does not say where frames are wrong (wrong=PLACE,...)";

        var problems = Say(expected.Except(faulty.WrongPlaces), "right, but should be wrong")
            .Concat(Say(faulty.WrongPlaces.Except(expected), "wrong, but should be right"))
            .ToArray();
        return problems.Length == 0 ? null : $"with {fault}: {string.Join("; ", problems)}";

        IEnumerable<string> Say(IEnumerable<ulong> places, string what)
        {
            var names = string.Join(", ", places.Select(symbols.NameOf));
            return names.Length == 0 ? [] : [$"{names} {what}"];
        }
    }
}
