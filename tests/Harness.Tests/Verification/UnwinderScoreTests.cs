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

    /// <summary>Each on the entry code that it is meant for.</summary>
    private static readonly Dictionary<UnwinderKind, FixturePreparer> _preparers =
        Enum.GetValues<UnwinderKind>().ToDictionary(unwinder => unwinder, unwinder => Verifying.Preparer.With(EntryCodes.DefaultFor(unwinder)));

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
        // Without the encoded frame pointer it would be none.
        Assert.InRange(ShareRight(framePointer[(int)PlaceKind.InterruptFrame]), 0.15, 0.5);
        Assert.InRange(ShareRight(Score(fixture, UnwinderKind.Guess)[(int)PlaceKind.Body]), 0, 0.5);
    }

    private static double ShareRight(in Tally tally) => (double)tally.Right / tally.Points;

    /// <summary>
    /// The codes that can be compared: all that runs, for those that need nothing but the stack and a table; what was compiled with
    /// frame pointers; and what has call frame information, which also shows how often that of compilers is right.
    /// </summary>
    [Fact]
    public void Scores_AreAsApproved()
    {
        var fixtures = FixtureDiscovery.Find([RepositoryFolders.Fixtures], null)
            .Where(fixture => fixture.Header.Expectation.Outcome is ExpectedOutcome.Pass or ExpectedOutcome.Quirk).ToArray();
        var text = new StringBuilder();
        Write(text, "all fixtures:", fixtures, _unwinders);
        Write(text, "compiled with frame pointers (gcc -O0, gcc -O2 -fno-omit-frame-pointer):", [.. fixtures.Where(HasFramePointers)], _unwinders);
        Write(text, "with call frame information (compiled, call-frames):", [.. fixtures.Where(HasCallFrames)], [.. _unwinders, UnwinderKind.Dwarf]);
        Approved.Verify("scores/unwinders", text.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The documentation shows the last of them.</summary>
    [Fact]
    public void DocumentedScores_AreTheApprovedOnes()
    {
        var approved = File.ReadAllText(Path.Combine(Repository.Root, "tests", "approved", "scores", "unwinders.verified.txt"));
        var expected = approved[approved.IndexOf("with call frame information", StringComparison.Ordinal)..].Split('\n').Skip(2)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 1)
            .Select(words => $"| {words[0]} | {words[1]} | {string.Join(" | ", words[3..].Chunk(2).Select(share => string.Join(' ', share)))} |").ToArray();
        Assert.Equal(4 * (Enum.GetValues<PlaceKind>().Length + 1), expected.Length);
        var documented = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "unwinder.md"));
        Assert.Empty(expected.Except(documented));
    }

    private static bool HasFramePointers(Fixture fixture) =>
        fixture.Name.Contains("gcc-O0", StringComparison.Ordinal) || fixture.Name.Contains("-fp/", StringComparison.Ordinal);

    private static bool HasCallFrames(Fixture fixture) =>
        fixture.Name.StartsWith("compiled/", StringComparison.Ordinal) || fixture.Name.StartsWith("call-frames/", StringComparison.Ordinal);

    private static void Write(StringBuilder text, string title, Fixture[] fixtures, UnwinderKind[] unwinders)
    {
        var kinds = Enum.GetValues<PlaceKind>();
        Assert.NotEmpty(fixtures);
        text.Append(text.Length > 0 ? "\n" : "").AppendLine(title);
        text.AppendLine(CultureInfo.InvariantCulture, $"{"unwinder",-15}{"place",-16}{"points",10}{"right",9}{"wrong",9}{"truncated",11}");
        foreach (var unwinder in unwinders)
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
        var preparer = _preparers[unwinder];
        var file = preparer.Prepare(fixture).File;
        var image = ImageBuilder.Build([file], preparer.Runtime().Select(support => support.File));
        using var context = new GuestContext(image, fixture.Header);
        context.SetEntry(fixture.Header.Entry);
        var shadow = new ShadowStack();
        var verifier = new ChainVerifier(
            context, fixture.Header, shadow, new RowCoverage(image.RowsOf(unwinder)),
            new BlindSpots(image, preparer.Runtime().Select(support => support.Header).Prepend(fixture.Header)), new UnwinderChoice(unwinder));
        var observer = new ScoreObserver(verifier, new PlaceMap(image), shadow);
        var mode = (InterruptMode)Math.Min((int)fixture.Header.Interrupts, (int)InterruptMode.Each);
        var run = new GuestRun(context, fixture.Header, ManualRun.PolicyOf(fixture, image, mode), observer, shadow);
        context.Machine.Run(run, context.Root, new RunLimits(20_000_000));
        Assert.Null(run.Finding);
        return observer.Tallies;
    }
}
