using Elf;
using Harness.Oops;
using Harness.Tests.Kit;

namespace Harness.Tests.Oops;

/// <summary>A report of the kernel beside the object that it is about.</summary>
public sealed class OopsTests
{
    private const string Code = """
        FUNCTION leaf
            pushq   %rbx
            movq    (%rdi), %rax
            popq    %rbx
            ret
        END_FUNCTION leaf
        FUNCTION middle
            subq    $24, %rsp
            call    leaf
            addq    $24, %rsp
            ret
        END_FUNCTION middle
        FUNCTION outer
            pushq   %rbp
            movq    %rsp, %rbp
            movq    $middle, %rax
            call    *%rax
            popq    %rbp
            ret
        END_FUNCTION outer
        """;

    private const string Report = """
        [  101.000001] BUG: kernel NULL pointer dereference, address: 0000000000000000
        [  101.000002] CPU: 0 PID: 7 Comm: test Not tainted 6.1.0
        [  101.000003] RIP: 0010:leaf+0x1/0x6 [demo]
        [  101.000004] Code: 53 <48> 8b 07 5b c3
        [  101.000005] RSP: 0018:ffffc90000013e58 EFLAGS: 00010246
        [  101.000006] RAX: 0000000000000000 RBX: 0000000000000001 RCX: 0000000000000002
        [  101.000007] Call Trace:
        [  101.000008]  <TASK>
        [  101.000009]  middle+0x9/0xe [demo]
        [  101.000010]  ? stale+0x1/0x2
        [  101.000011]  outer+0xd/0xf [demo]
        [  101.000012]  ret_from_fork+0x22/0x30
        [  101.000013]  </TASK>
        """;

    [Fact]
    public void ReportOfTheObject_AgreesAndSaysWhatTheRowMeans()
    {
        var (text, agrees) = Analyse(Report);
        Assert.True(agrees, text);
        Assert.Equal(
            """
            rip: leaf+0x1/0x6 [demo]
              code         6 bytes equal, 0 filled by relocations, 0 patched at run time, 0 different
              instruction  mov     (%rdi),%rax
              row          cfa:sp+16 bp:(und) type:cfa
              it says      the caller's stack pointer is rsp+16 (ffffc90000013e68), the return address lies 8 below (ffffc90000013e60); rbp is the caller's
            trace:
              middle+0x9/0xe [demo] <TASK>: behind its call of leaf
                row        cfa:sp+32 bp:(und) type:cfa
              stale+0x1/0x2 <TASK>: ? not in demo.o
              outer+0xd/0xf [demo] <TASK>: behind an indirect call, which can be that of middle
                row        cfa:bp+16 bp:cfa-16 type:cfa
              ret_from_fork+0x22/0x30 <TASK>: not in demo.o
            report and object agree

            """, text);
    }

    public static TheoryData<string, string, string> OtherObjects => new()
    {
        { "48> 8b 07", "48> 8b 17", "not the code of the report: .text+0x3: 07, reported 17" },
        { "leaf+0x1/0x6", "leaf+0x1/0x8", "leaf has 0x6 bytes in demo.o, 0x8 in the report: another build" },
        { "middle+0x9/0xe", "middle+0x8/0xe", "no call ends at .text+0x18: nothing returns there" },
        { "leaf+0x1/0x6", "leaf+0x7777/0x6", "the place is outside .text of demo.o" },
    };

    [Theory]
    [MemberData(nameof(OtherObjects))]
    public void ReportOfAnotherObject_SaysWhereTheyDisagree(string part, string changed, string expected)
    {
        var (text, agrees) = Analyse(Report.Replace(part, changed, StringComparison.Ordinal));
        Assert.False(agrees, text);
        Assert.Contains($"  DISAGREES    {expected}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CallerThatCallsSomebodyElse_SaysWhom()
    {
        var (text, _) = Analyse(Report.Replace("RIP: 0010:leaf+0x1/0x6 [demo]", "RIP: 0010:outer+0x1/0xf", StringComparison.Ordinal).Replace("Code: 53 <48> 8b 07 5b c3", "", StringComparison.Ordinal));
        Assert.Contains("behind a call of leaf, not outer: outer was reached by a tail call, or a frame is missing\n", text, StringComparison.Ordinal);
        Assert.Contains("the report has none: only names and sizes were compared\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Call Trace:\n [<ffffffff81000019>] middle+0x9/0xe\n [<ffffffff81000019>] ? outer+0xd/0xf\n", "middle", "outer")]
    [InlineData("<4>[ 1.0] Call Trace:\n<4>[ 1.0][    T7]  middle+0x9/0xe [demo 0123]\n[ 1.0]  outer+0xd/0xf\n", "middle", "outer")]
    public void OlderAndOtherForms_AreRead(string text, params string[] frames)
    {
        var report = OopsParser.Parse("report", text.Split('\n'));
        Assert.Equal(frames, report.Frames.Select(frame => frame.Place.Symbol));
    }

    [Fact]
    public void CodeInterruptedFurtherOut_IsNoReturnAddress()
    {
        var report = OopsParser.Parse("report", "Call Trace:\n <IRQ>\n middle+0x9/0xe\n </IRQ>\n asm_sysvec+0x1/0x2\nRIP: 0010:leaf+0x1/0x6\n outer+0xd/0xf".Split('\n'));
        Assert.Equal([("middle", false, "IRQ"), ("asm_sysvec", false, ""), ("leaf", true, ""), ("outer", false, "")],
            report.Frames.Select(frame => (frame.Place.Symbol, frame.IsInterrupted, frame.Context)));
    }

    [Theory]
    [InlineData("hello\n", "report: neither a line 'RIP: ...' nor a call trace: this is no stack dump of the kernel, or it was cut off")]
    [InlineData("RIP: 0010:leaf+0x1/0x6\nCode: 53 48 8b", "report:2: no byte of the code is marked <..>: the line was cut off")]
    [InlineData("RIP: 0010:leaf+0x1/0x6\nCode: 53 <48> 8b 0", "report:2: '0' is no byte of code")]
    public void DamagedReport_IsOneClearError(string text, string expected)
    {
        var exception = Assert.Throws<InputException>(() => OopsParser.Parse("report", text.Split('\n')));
        Assert.Equal(expected, exception.Message);
    }

    [Fact]
    public void ReportOfUnknownFunctions_IsOneClearError()
    {
        var exception = Assert.Throws<InputException>(() => Analyse("RIP: 0010:elsewhere+0x1/0x6\nCall Trace:\n nowhere+0x1/0x2\n"));
        Assert.Equal("report: neither elsewhere nor any function of the trace is in demo.o", exception.Message);
    }

    private static (string Text, bool Agrees) Analyse(string report)
    {
        using var scratch = new Scratch();
        var file = ElfFile.Read(Verifying.Preparer.Prepare(Source.Assembly(scratch, "", Code)).File.Bytes, "demo.o");
        return new OopsAnalysis("report", OopsParser.Parse("report", report.Split('\n')), "demo.o", new ReportedObject(file)).Run();
    }
}
