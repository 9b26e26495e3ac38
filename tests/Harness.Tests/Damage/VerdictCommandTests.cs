using System.Text.RegularExpressions;
using Harness.Tests.Kit;
using TestKit;

namespace Harness.Tests.Damage;

/// <summary>The user's way: the program says what is wrong with an object file, and the command that it prints shows it again.</summary>
[Collection(ConsoleTests.Name)]
public sealed partial class VerdictCommandTests
{
    public static TheoryData<string, string, ulong, string, string> Damages => new()
    {
        { "functions/leaf", "leaf", 0x4, "cfa offset - 8", "none" },
        { "functions/push-pop", "six_registers", 0x5, "cfa offset + 8", "none" },
        { "functions/push-pop", "six_registers", 0x5, "begins an instruction earlier", "none" },
        { "functions/frame-pointer", "outer", 0x4, "cfa base Sp", "none" },
        { "functions/frame-pointer", "outer", 0x4, "bp offset - 8", "none" },
        { "functions/frame-pointer", "outer", 0x4, "bp base Bp", "none" },
        { "functions/drap-r10", "pop_r10", 0x15, "cfa offset + 8", "none" },
        { "functions/drap-r10", "all_by_mov", 0x9, "missing", "none" },
        { "functions/drap-r13", "mov_and_leave", 0x31, "cfa base R10", "none" },
        { "functions/stack-swizzle", "on_other_stack", 0x1, "type Regs", "none" },
        { "functions/recursion", "sum_to", 0x2d, "cfa base Undefined", "none" },
        { "functions/realign-rbp", "aligned_locals", 0x9, "signal bits", "none" },
        { "entry/nmi-ist", "vector_nmi", 0x3, "type Regs", "each" },
        { "entry/nmi-ist", "handle_nmi", 0x9, "cfa offset + 8", "each" },
        { "entry/irq-entry", "vector_irq", 0x24, "cfa base Sp", "each" },
        { "entry/irq-entry", "vector_irq", 0x25, "cfa offset + 8", "each" },
        { "entry/irq-entry", "vector_irq", 0x2b, "missing", "each" },
        { "compiled/gcc-O2/frames", "checksum", 0x31, "cfa offset + 8", "none" },
        { "entry/irq-entry", "vector_irq", 0x25, "cfa offset + 8", "nested" },
        { "entry/nmi-ist", "handle_nmi", 0x9, "cfa offset + 8", "nested" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void DamagedRow_IsToldWithACommandThatShowsIt(string fixture, string symbol, ulong offset, string what, string interrupts)
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named(fixture));
        var damage = RowDamage.Of(table, symbol, offset, what);
        var file = scratch.Write("damaged.o", table.With(damage.Rows));

        var verify = HarnessProgram.Call("verify", file, "--interrupts", interrupts);
        Assert.Equal((1, ""), (verify.ExitCode, verify.Errors));
        var verdict = FirstVerdict().Match(verify.Output);
        Assert.True(verdict.Success, verify.Output);
        Assert.EndsWith("/damaged", verdict.Groups["fixture"].Value, StringComparison.Ordinal);
        Assert.StartsWith(PlaceIn(verdict.Groups["place"].Value), verdict.Groups["expected"].Value, StringComparison.Ordinal);

        Assert.StartsWith("./harness trace ", verdict.Groups["replay"].Value, StringComparison.Ordinal);
        var replay = HarnessProgram.Call(verdict.Groups["replay"].Value.Split(' ')[1..]);
        AssertShows(verdict, replay);
    }

    /// <summary>In a shell, in the folder of the repository, as it is printed.</summary>
    [Fact]
    public void ReplayCommand_RunsInAShellAsItIsPrinted()
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named("entry/nmi-ist"));
        var damage = RowDamage.Of(table, "handle_nmi", 0x2, "cfa offset + 8");
        var file = scratch.Write("it's 100% damaged.o", table.With(damage.Rows));

        var verify = HarnessProgram.StartIn(Repository.Root, [], "verify", file, "--interrupts=each");
        Assert.Equal((1, ""), (verify.ExitCode, verify.Errors));
        var verdict = FirstVerdict().Match(verify.Output);
        var replay = Programs.Start("/bin/sh", ["-c", verdict.Groups["replay"].Value], Repository.Root, []);
        AssertShows(verdict, replay);
    }

    /// <summary>Local functions of one name, as a file that was linked of several has them: the verdict must not mean the other.</summary>
    [Fact]
    public void LocalFunctionsOfOneName_AreReplayedAtTheirOwnPlaces()
    {
        static string Caller(string name, string more) =>
            $"FUNCTION {name}\n {more}call helper\n ret\nEND_FUNCTION {name}\nFUNCTION helper\n .local helper\n pushq %rbx\n popq %rbx\n ret\nEND_FUNCTION helper\n .local helper";
        using var program = new LinkedProgram().Assembly("first", Caller("main", "call second\n ")).Assembly("second", Caller("second", ""));
        var file = program.Link("all.o", null, "-r");
        var table = TableObject.Of(Harness.Fixtures.FixtureDiscovery.Read(file));
        var row = table.Rows.FindLastIndex(candidate => candidate.Entry.CfaOffset == 16);
        File.WriteAllBytes(file, table.With(row, table.Rows[row].Entry with { CfaOffset = 24 }));

        var verify = HarnessProgram.Call("verify", file);
        var verdict = FirstVerdict().Match(verify.Output);
        Assert.Equal("helper+0x1#1", verdict.Groups["place"].Value);
        var replay = HarnessProgram.Call(verdict.Groups["replay"].Value.Split(' ')[1..]);
        AssertShows(verdict, replay);
    }

    private static void AssertShows(Match verdict, ProgramResult replay)
    {
        Assert.Equal((1, ""), (replay.ExitCode, replay.Errors));
        Assert.StartsWith($"{verdict.Groups["place"].Value} ", replay.Output, StringComparison.Ordinal);
        var wrong = int.Parse(WrongFrame().Match(replay.Output).Groups["frame"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var frames = replay.Output.Split('\n').SkipWhile(line => line != "unwound:").Skip(1).ToList();
        var (rowAddress, row) = (verdict.Groups["address"].Value, verdict.Groups["row"].Value);
        Assert.EndsWith(rowAddress.Length == 0 ? "row none" : $"row {rowAddress} {row}", frames[wrong], StringComparison.Ordinal);
        Assert.Contains($" {verdict.Groups["at"].Value} ", frames[wrong].Replace("[", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string PlaceIn(string placeAndVisit) => placeAndVisit[..placeAndVisit.IndexOf('#', StringComparison.Ordinal)];

    [GeneratedRegex(
        """
        ^FAIL (?<fixture>\S.*): at (?<place>\S+#\d+)(?<irq> in (IRQ|NMI|a fault) at \S+#\d+)*: (wrong caller of|no caller of) (?<at>[^:\s]+): .+
             expected  (?<expected>.+) END
             unwound   (?<unwound>.+) \(.+\)
             row       (none|(?<address>[0-9a-f]{16}) \S+: (?<row>cfa:.+))
             replay    (?<replay>.+)$
        """, RegexOptions.Multiline)]
    private static partial Regex FirstVerdict();

    [GeneratedRegex(@"^WRONG: the caller of frame (?<frame>\d+)$", RegexOptions.Multiline)]
    private static partial Regex WrongFrame();
}
