using System.Globalization;
using System.Text;
using Harness.Fixtures;
using Harness.Tests.Kit;
using Harness.Verification;
using TestKit;
using Unwinder;

namespace Harness.Tests.CallFrames;

/// <summary><c>verify --unwinder dwarf</c>: call frame information checked at every instruction.</summary>
public sealed class CallFrameVerificationTests
{
    private const string Group = "call-frames/";

    public static TheoryData<string> HandWritten() =>
        [.. Source.Running.Where(fixture => fixture.Name.StartsWith(Group, StringComparison.Ordinal)).Select(fixture => fixture.Name)];

    [Theory]
    [MemberData(nameof(HandWritten))]
    public void HandWrittenCallFramesAreRightAndUsed(string name)
    {
        var report = Verify(Source.Named(name), InterruptMode.Each);
        Verifying.AssertPassed(report);
        Assert.Empty(report.UnusedRows);
        Assert.True(report.Counters is { Interrupts: > 0, RowsUsed: > 0 });
    }

    /// <summary>
    /// One directive less, and at some instruction a caller or a register of it comes out wrong. Those that can be left
    /// out say the same in another way: the word popped last stays below an interrupt's frame, which is aligned to 16
    /// bytes; r10 still is the CFA; r11 still is r13.
    /// </summary>
    [Theory]
    [InlineData("call-frames/early-return", ".cfi_restore rbx before ret", ".cfi_restore rbx before ret", ".cfi_restore rbx before ret", ".cfi_restore r14 before ret")]
    [InlineData("call-frames/expressions", ".cfi_def_cfa rsp, 8 before ret", ".cfi_restore r13 before negq %r12")]
    [InlineData("call-frames/signal-frame", ".cfi_restore rbx before popq %rax", ".cfi_restore rax before iretq", ".cfi_restore rbp before ret")]
    public void NoDirectiveCanBeLeftOut(string name, params string[] equivalent)
    {
        var lines = File.ReadAllLines(Source.Named(name).Path);
        var survivors = new List<string>();
        var tried = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if ((!line.StartsWith(".cfi_", StringComparison.Ordinal) && line != "CFI_INTERRUPT_FRAME") || line is ".cfi_startproc" or ".cfi_endproc" or ".cfi_restore_state" or ".cfi_remember_state")
                continue;
            tried++;
            using var scratch = new Scratch();
            var fixture = FixtureDiscovery.Read(scratch.Write("test.s", string.Join('\n', [.. lines[..i], .. lines[(i + 1)..], ""])));
            if (Verify(fixture, InterruptMode.Each).WrongPoints == 0)
                survivors.Add($"{line} before {lines[(i + 1)..].Select(next => next.Trim().Replace('\t', ' ')).First(next => next[0] is not ('.' or 'U'))}");
        }

        Assert.Equal(equivalent, survivors);
        Assert.InRange(tried, 10, 60);
    }

    [Fact]
    public void AWrongDirectiveIsShownWithItsRow()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "entry=main interrupts=none", """
            FUNCTION callee
                .cfi_startproc
                pushq %r12
                .cfi_adjust_cfa_offset 16
                .cfi_rel_offset r12, 0
                movl $1, %r12d
                popq %r12
                .cfi_adjust_cfa_offset -16
                .cfi_restore r12
                ret
                .cfi_endproc
            END_FUNCTION callee
            FUNCTION main
                .cfi_startproc
                call callee
                ret
                .cfi_endproc
            END_FUNCTION main
            """);
        var report = Verify(fixture, InterruptMode.None);
        Assert.Equal(2, report.WrongPoints);
        var verdict = Verifying.Verdicts(report).Split('\n');
        Assert.Equal("FAIL " + report.Fixture.Name + ": at callee+0x2#1: wrong caller of callee+0x2: ip is __harness_root+0x2, not main+0x5", verdict[0]);
        Assert.Equal("     expected  callee+0x2 <- main+0x5 <- __harness_root+0x2 END", verdict[1]);
        Assert.Equal("     row       ffffffff81000002 callee+0x2: cfa:rsp+24 r12:c-24 ra:c-8", verdict[3]);
        Assert.EndsWith("--at callee+0x2#1 --unwinder dwarf", verdict[4], StringComparison.Ordinal);
    }

    [Fact]
    public void ARegisterThatIsClaimedToBeKnownIsCompared()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "entry=main interrupts=none", """
            FUNCTION main
                .cfi_startproc
                movq %r12, %rax
                movl $1, %r12d
                movq %rax, %r12
                ret
                .cfi_endproc
            END_FUNCTION main
            """);
        var report = Verify(fixture, InterruptMode.None);
        Assert.Equal(1, report.WrongPoints);
        Assert.Contains("at main+0x9#1: wrong caller of main+0x9: r12 is 0x1, not 0x5e600000000000c", Verifying.Verdicts(report), StringComparison.Ordinal);
    }

    [Fact]
    public void CodeWithoutCallFramesHasNoRow()
    {
        var report = Verify(Source.Named("functions/leaf"), InterruptMode.None);
        Assert.True(report.WrongPoints > 0);
        Assert.Contains("no row covers the address", Verifying.Verdicts(report), StringComparison.Ordinal);
    }

    /// <summary>What gcc and clang wrote for the same C: how much of it is right, and where it is not.</summary>
    [Fact]
    public void CallFramesOfCompilers()
    {
        var text = new StringBuilder();
        foreach (var fixture in Source.Running.Where(fixture => fixture.Name.StartsWith("compiled/", StringComparison.Ordinal)).OrderBy(fixture => fixture.Name, StringComparer.Ordinal))
        {
            var report = Verify(fixture, InterruptMode.Each);
            Assert.Null(report.Unmet);
            Assert.Null(report.Execution);
            text.AppendLine(CultureInfo.InvariantCulture, $"{fixture.Name}: {report.Counters.Points} points right, {report.WrongPoints} wrong, {report.Counters.RowsUsed} of {report.Counters.Rows} rows used");
            var rows = report.Image!.CallFrames;
            foreach (var place in report.WrongPlaces)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {report.Image.Symbols.NameOf(place)}: {rows.Describe(rows.IndexOf(place))}");
        }

        Approved.Verify("call-frames/compilers", text.ToString());
    }

    private static FixtureReport Verify(Fixture fixture, InterruptMode interrupts) =>
        new FixtureVerifier(Verifying.Preparer.With(EntryCode.CallFrames), new VerificationOptions { Interrupts = interrupts, Unwinder = UnwinderKind.Dwarf, MaximumInstructions = 10_000_000 })
            .Verify(fixture);
}
