using Harness.Fixtures;
using Harness.Generation;
using Harness.Tests.Kit;

namespace Harness.Tests.Generation;

/// <summary>
/// Programs that nobody wrote: no warnings, the result that the processor has, and every frame right at every instruction.
/// </summary>
public sealed class GeneratedProgramTests
{
    /// <summary>Points that must at least be verified, so that a run that does nothing does not pass.</summary>
    [Theory]
    [InlineData("none", 100, 24, 80_000_000)]
    [InlineData("each", 6, 16, 5_000_000)]
    [InlineData("nested", 3, 3, 1_000_000)]
    public void Assembly_IsRightThroughout(string mode, int count, int size, long points)
    {
        var runs = Fuzzing.Run(Fuzzing.Assembly(size), count, Verifying.Mode(mode));
        Fuzzing.AssertNoFindings(runs);
        Assert.Equal(count, runs.Count);
        Assert.All(runs, run => Assert.Equal(ProgramOutcome.Clean, run.Result.Outcome));
        Assert.Equal(mode != "none", runs.Sum(run => run.Result.Counters.Interrupts) > 0);
        Assert.InRange(runs.Sum(run => run.Result.Counters.Points), points, long.MaxValue);
    }

    [Fact]
    public void Csmith_IsRightInAllSettings()
    {
        const int Count = 8;
        var family = Fuzzing.Csmith();
        var runs = Fuzzing.Run(family, Count);
        Fuzzing.AssertNoFindings(runs);
        Assert.Equal(10, family.Settings.Count);
        Assert.Equal(Count * family.Settings.Count, runs.Count);
        Assert.InRange(runs.Count(run => run.Result.Outcome == ProgramOutcome.Clean), runs.Count / 2, runs.Count);
        // The same source has the same result however it is compiled.
        Assert.All(runs.GroupBy(run => run.Result.Seed), group => Assert.Single(group.Select(run => run.Result.Checksum).Distinct()));
        Assert.True(runs.Select(run => run.Result.Checksum).Distinct().Count() > Count / 2);
    }

    [Fact]
    public void Csmith_WithInterruptsAtEachInstruction_IsRight()
    {
        var runs = Fuzzing.Run(Fuzzing.Csmith("gcc"), 2, InterruptMode.Each);
        Fuzzing.AssertNoFindings(runs);
        Assert.InRange(runs.Sum(run => run.Result.Counters.Interrupts), 1000, long.MaxValue);
    }

    /// <summary>Not dropped, and not taken for right: counted under its name.</summary>
    [Fact]
    public void WhatRunsTooLong_IsCountedAsSuch()
    {
        var run = Assert.Single(Fuzzing.Run(Fuzzing.Assembly(4), 1, maximumInstructions: 1000));
        // As built, and patched.
        Assert.Equal((ProgramOutcome.TooLong, 2000), (run.Result.Outcome, run.Result.Counters.Points));
        Assert.Contains("still running after 1000 instructions", run.Result.Detail, StringComparison.Ordinal);
    }

    /// <summary>A compiler that miscompiles, or a processor that is not ours, is told from a wrong table.</summary>
    [Fact]
    public void OtherResultsOfTheSameSource_AreFound()
    {
        var runs = Fuzzing.Run(new InconsistentFamily(), 1);
        Assert.Equal([ProgramOutcome.Clean, ProgramOutcome.OtherResult], runs.Select(run => run.Result.Outcome));
        Assert.Equal("0x2 on the processor, and 0x1 in another setting", runs[1].Result.Detail);
    }

    /// <summary>Two settings of one source that return different things.</summary>
    private sealed class InconsistentFamily : ProgramFamily
    {
        public override string Name => "inconsistent";

        public override string Entry => "main";

        public override IReadOnlyList<ProgramSetting> Settings { get; } =
            [new("one", "as", "binutils", ["--64", "--defsym", "RESULT=1"]), new("two", "as", "binutils", ["--64", "--defsym", "RESULT=2"])];

        public override string Generate(ulong seed, string folder)
        {
            var path = Path.Combine(folder, "program.s");
            File.WriteAllText(path, "\t.globl\tmain\n\t.type\tmain, @function\nmain:\n\tmovl\t$RESULT, %eax\n\tret\n\t.size\tmain, . - main\n");
            return path;
        }

        public override void Compile(string source, ProgramSetting setting, string output) => RunTool(setting, "-o", output, source);

        public override string AssemblyOf(string source, ProgramSetting setting) => File.ReadAllText(source);
    }
}
