using System.Globalization;
using System.Text;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Harness.Verification;
using Harness.Verification.Chains;
using Harness.Verification.Scores;
using TestKit;
using Unwinder;

namespace Harness.Tests.Verification;

/// <summary>The argument for tables in numbers: how often each unwinder is right, by where the unwind starts.</summary>
public sealed class UnwinderScoreTests
{
    private static readonly UnwinderKind[] _unwinders = [UnwinderKind.Undwarf, UnwinderKind.FramePointer, UnwinderKind.Guess];

    /// <summary>Code with frame pointers: they are right in bodies, and only tables are where the frame is not there yet or no more.</summary>
    [Fact]
    public void FramePointers_AreWrongAroundTheFrame_TablesAreNot()
    {
        var fixture = FixtureDiscovery.Find([RepositoryFolders.Fixtures], null).Single(fixture => fixture.Name == "compiled/gcc-O2-fp/frames");
        Assert.All(Score(fixture, UnwinderKind.Undwarf), tally => Assert.Equal(tally.Points, tally.Right));

        var framePointer = Score(fixture, UnwinderKind.FramePointer);
        Assert.InRange(ShareRight(framePointer[(int)PlaceKind.Body]), 0.9, 1);
        foreach (var place in new[] { PlaceKind.Prologue, PlaceKind.Epilogue, PlaceKind.Leaf })
            Assert.InRange(ShareRight(framePointer[(int)place]), 0, 0.8);
        Assert.InRange(ShareRight(Score(fixture, UnwinderKind.Guess)[(int)PlaceKind.Body]), 0, 0.5);
    }

    private static double ShareRight(in Tally tally) => (double)tally.Right / tally.Points;

    /// <summary>
    /// Every fixture that runs, with an interrupt at every instruction where its code stands that. Each new fixture changes
    /// the numbers, so they are brought up to date with the documentation: run with --explicit only.
    /// </summary>
    [Fact(Explicit = true)]
    public void Scores_AreAsApproved()
    {
        var fixtures = FixtureDiscovery.Find([RepositoryFolders.Fixtures], null)
            .Where(fixture => fixture.Header.Expectation.Outcome is ExpectedOutcome.Pass or ExpectedOutcome.Quirk).ToArray();
        var text = new StringBuilder();
        Write(text, fixtures);
        text.AppendLine().AppendLine("compiled with frame pointers (gcc -O0, gcc -O2 -fno-omit-frame-pointer):");
        Write(text, [.. fixtures.Where(fixture => fixture.Name.Contains("gcc-O0", StringComparison.Ordinal) || fixture.Name.Contains("-fp/", StringComparison.Ordinal))]);
        Approved.Verify("scores/unwinders", text.ToString().ReplaceLineEndings("\n"));
    }

    private static void Write(StringBuilder text, Fixture[] fixtures)
    {
        var kinds = Enum.GetValues<PlaceKind>();
        Assert.NotEmpty(fixtures);
        text.AppendLine(CultureInfo.InvariantCulture, $"{"unwinder",-15}{"place",-16}{"points",10}{"right",9}{"wrong",9}{"truncated",11}");
        foreach (var unwinder in _unwinders)
        {
            var sum = new Tally[kinds.Length];
            foreach (var fixture in fixtures)
            {
                var tallies = Score(fixture, unwinder);
                for (var i = 0; i < kinds.Length; i++)
                    sum[i].Add(tallies[i]);
            }

            var all = default(Tally);
            for (var i = 0; i < kinds.Length; i++)
            {
                WriteLine(text, unwinder, kinds[i].ToString(), sum[i]);
                all.Add(sum[i]);
            }

            WriteLine(text, unwinder, "all", all);
            if (unwinder == UnwinderKind.Undwarf)
                Assert.Equal((0, 0), (all.Wrong, all.Truncated));
        }
    }

    private static void WriteLine(StringBuilder text, UnwinderKind unwinder, string place, Tally tally) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{UnwinderKinds.NameOf(unwinder),-15}{place,-16}{tally.Points,10}{Share(tally.Right, tally)}{Share(tally.Wrong, tally)}  {Share(tally.Truncated, tally)}");

    private static string Share(long count, Tally tally) => (tally.Points == 0 ? "-" : $"{100.0 * count / tally.Points:F1} %").PadLeft(9);

    private static IReadOnlyList<Tally> Score(Fixture fixture, UnwinderKind unwinder)
    {
        var file = Verifying.Preparer.Prepare(fixture).File;
        var image = ImageBuilder.Build([file], Verifying.Preparer.Runtime().Select(support => support.File));
        using var context = new GuestContext(image, fixture.Header);
        context.SetEntry(fixture.Header.Entry);
        var shadow = new ShadowStack();
        var verifier = new ChainVerifier(
            context, fixture.Header, shadow, new RowCoverage(image.RowsOf(unwinder)), ManualRun.BlindSpotsOf(fixture, image), new UnwinderChoice(unwinder));
        var observer = new ScoreObserver(verifier, new PlaceMap(image), shadow);
        var mode = fixture.Group == "compiled" ? InterruptMode.None : (InterruptMode)Math.Min((int)fixture.Header.Interrupts, (int)InterruptMode.Each);
        var run = new GuestRun(context, fixture.Header, ManualRun.PolicyOf(fixture, image, mode), observer, shadow);
        context.Machine.Run(run, context.Root, new RunLimits(20_000_000));
        Assert.Null(run.Finding);
        return observer.Tallies;
    }
}
