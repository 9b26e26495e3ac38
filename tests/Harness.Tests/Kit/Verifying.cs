using Harness.Commands;
using Harness.Fixtures;
using Harness.Verification;

namespace Harness.Tests.Kit;

/// <summary>Verification as the command does it, without the command.</summary>
internal static class Verifying
{
    /// <summary>One for all tests: it prepares the code that fixtures run on once.</summary>
    public static FixturePreparer Preparer { get; } = CommonOptions.DefaultPreparer();

    public static FixtureReport Run(Fixture fixture, InterruptMode interrupts = InterruptMode.None, long maximumInstructions = 10_000_000) =>
        new FixtureVerifier(Preparer, new VerificationOptions { Interrupts = interrupts, MaximumInstructions = maximumInstructions }).Verify(fixture);

    /// <summary>A small program in assembly; see <see cref="Source.Assembly"/>.</summary>
    public static FixtureReport Run(string header, string code, InterruptMode interrupts = InterruptMode.None, long maximumInstructions = 10_000_000)
    {
        using var scratch = new Scratch();
        return Run(Source.Assembly(scratch, header, code), interrupts, maximumInstructions);
    }

    /// <summary>An interrupt mode by the word that the command line has for it: names of test cases show that.</summary>
    public static InterruptMode Mode(string word) => Enum.Parse<InterruptMode>(word, ignoreCase: true);

    /// <summary>The report's verdicts as the command prints them, with the fixture's path as it is.</summary>
    public static string Verdicts(FixtureReport report) => VerdictWriter.Write(report);

    /// <summary>Fails with the verdicts unless the report has none.</summary>
    public static void AssertPassed(FixtureReport report) => Assert.True(report.Passed, $"{report.Fixture.Name}\n{Verdicts(report)}");
}
