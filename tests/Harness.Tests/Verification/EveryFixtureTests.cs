using Harness.Fixtures;
using Harness.Bugs;
using Harness.Tests.Kit;
using Harness.Verification;

namespace Harness.Tests.Verification;

/// <summary>Every fixture of the repository keeps its own promise: what it is expected to do, it does.</summary>
public sealed class EveryFixtureTests
{
    private static readonly IReadOnlyList<Fixture> _all = FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null);

    public static TheoryData<string, string> FixturesByMode =>
        [.. from fixture in _all from mode in new[] { "none", "each" } select (fixture.Name, mode)];

    [Theory]
    [MemberData(nameof(FixturesByMode))]
    public void Fixture_DoesWhatItIsExpectedTo(string name, string interrupts)
    {
        var fixture = _all.Single(candidate => candidate.Name == name);
        var verifier = new PromiseVerifier(Verifying.Preparer, new VerificationOptions { Interrupts = Verifying.Mode(interrupts) });
        var report = verifier.Verify(fixture);

        Verifying.AssertPassed(report);
        Assert.Equal(fixture.Header.Expectation.Outcome != ExpectedOutcome.Diagnostic, report.Counters.Points > 0);
    }
}
