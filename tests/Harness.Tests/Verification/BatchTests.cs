using Harness.Bugs;
using Harness.Execution;
using Harness.Tests.Kit;
using Harness.Verification;
using Harness.Verification.Results;
using Harness.Verification.Scheduling;

namespace Harness.Tests.Verification;

/// <summary>Several threads come to what one comes to, in the same order, and share a long fixture.</summary>
public sealed class BatchTests
{
    [Fact]
    public void OneLongFixture_KeepsTwoThreadsBusy()
    {
        using var scratch = new Scratch();
        var fixture = LongProgram.WriteWrong(scratch, 15_000_000);
        var (alone, together) = (new FixtureWork(fixture, ShareRange.Whole, []), new FixtureWork(fixture, ShareRange.Whole, []));
        var expected = Assert.Single(Run([alone], jobs: 1));
        var shared = Assert.Single(Run([together], jobs: 2));
        Assert.Single(alone.Units);
        Assert.True(together.Units.Count > 1, "it was not split");
        Assert.All(together.Units, unit => Assert.True(unit.State.Result!.Counters.Points > 100_000));
        Assert.Equal(ResultText.Failures(expected), ResultText.Failures(shared));
        Assert.Equal((expected.Counters, expected.WrongPoints, expected.RunPath), (shared.Counters, shared.WrongPoints, shared.RunPath));
        Assert.Equal(expected.UnusedRows, shared.UnusedRows);
    }

    /// <summary>A share of its points can't be had alone: it reads the clock.</summary>
    [Fact]
    public void FixtureThatRunsDifferentlyEachTime_IsNotSplitForGood()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "", $"""
            FUNCTION main
                pushq   %rbx
                movq    $2000000, %rbx
            1:  call    leaf
                subq    $1, %rbx
                jne     1b
                popq    %rbx
                ret
            END_FUNCTION main
            FUNCTION leaf
                rdtsc
                testl   $0x40, %eax
                je      1f
                nop
            1:  ret
            END_FUNCTION leaf
            """);
        var work = new FixtureWork(fixture, ShareRange.Whole, []);
        var result = Assert.Single(Run([work], jobs: 2));
        Assert.True(result.Passed);
        Assert.False(work.IsSplittable);
        Assert.Single(work.Units);
        Assert.Equal(result.RunLength, result.Counters.Instructions);
    }

    [Fact]
    public void FirstFailure_InTheOrderOfTheFixtures_Ends_TheRest()
    {
        var works = Source.Running.Take(20).Select(fixture => new FixtureWork(fixture, ShareRange.Whole, [])).ToArray();
        var batch = new VerificationBatch(
            works,
            (fixture, _, _) => Array.FindIndex(works, work => work.Fixture == fixture) is 3 or 11 ? throw new InputException(fixture.Name) : new FixtureReport { Fixture = fixture },
            new BatchObserver(works, null, null), jobs: 4);
        Assert.Equal(works[3].Fixture.Name, Assert.Throws<InputException>(() => batch.Run()).Message);
    }

    [Fact]
    public void ProgressLine_ShowsFixturesPointsAndRate_AndGoesAway()
    {
        var clock = new ManualClock();
        using var terminal = new StringWriter();
        var line = new ProgressLine(terminal, clock);
        var work = new FixtureWork(Source.Named("functions/leaf"), ShareRange.Whole, []);
        line.Show([work], work);
        clock.Now += TimeSpan.FromSeconds(0.9);
        line.Show([work], work);
        Assert.Empty(terminal.ToString());

        work.Units[0].State = work.Units[0].State with { IsDone = true, Result = ResultRecorder.Record(Verifying.Run(work.Fixture), TimeSpan.Zero) };
        clock.Now += TimeSpan.FromSeconds(1.1);
        line.Show([work], work);
        Assert.Matches(@"^\r1/1 fixtures, \d+ points, 0\.0 M/s, 2 s: functions/leaf +$", terminal.ToString());
        line.Clear();
        Assert.EndsWith("\r", terminal.ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<FixtureResult> Run(FixtureWork[] works, int jobs)
    {
        var verifier = new PromiseVerifier(Verifying.Preparer, new VerificationOptions());
        return new VerificationBatch(works, verifier.Verify, new BatchObserver(works, null, null), jobs).Run();
    }

    private sealed class ManualClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
