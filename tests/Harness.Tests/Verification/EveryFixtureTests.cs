using Harness.Fixtures;
using Harness.Bugs;
using Harness.Tests.Kit;
using Harness.Verification;
using Harness.Verification.Results;

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
        AssertRowsAreExecuted(report);
    }

    /// <summary>Interrupts bring control to all code that is for them; what compilers made is as it is.</summary>
    private static void AssertRowsAreExecuted(FixtureReport report)
    {
        if (report.Interrupts < report.Fixture.Header.Interrupts && report.Interrupts < InterruptMode.Each || report.Fixture.Group == "compiled")
            return;
        var unused = ResultRecorder.Record(report, TimeSpan.Zero).UnusedRows.Where(row => row.Reason.Length == 0);
        Assert.True(!unused.Any(), $"{report.Fixture.Name}: rows that are neither executed nor declared not to be: {string.Join(", ", unused)}");
    }
}
