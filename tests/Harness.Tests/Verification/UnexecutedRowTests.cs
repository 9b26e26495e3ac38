using Harness.Fixtures;
using Harness.Tests.Kit;
using Harness.Verification.Results;

namespace Harness.Tests.Verification;

/// <summary>How rows were used, and what a header may say of those that were not.</summary>
public sealed class UnexecutedRowTests
{
    private const string Code = """
        FUNCTION main
            xorl    %eax, %eax
            call    callee
            je      1f
            pushq   %rbx
            popq    %rbx
        1:  ret
        END_FUNCTION main
        FUNCTION callee
            pushq   %rbx
            popq    %rbx
            ret
        END_FUNCTION callee
        """;

    [Fact]
    public void Rows_AreCountedByHowTheyWereUsed()
    {
        var report = Verifying.Run("", Code);
        Assert.Equal((6, 5, 5, 1, 0), (report.Counters.Rows, report.Counters.RowsUsed, report.Counters.RowsInterrupted, report.Counters.RowsReturnedTo, report.Counters.RowsDeclared));
        Assert.Equal("301111", report.RowUses);
        var unused = Assert.Single(ResultRecorder.Record(report, TimeSpan.Zero).UnusedRows);
        Assert.Equal(("main+0xa", "", "pop     %rbx"), (unused.Place, unused.Reason, Assert.Single(unused.Code)));
    }

    [Fact]
    public void DeclaredRow_HasItsReason()
    {
        var report = Verifying.Run("unexecuted main+0x9..0xa zero is equal to zero", Code);
        Verifying.AssertPassed(report);
        Assert.Equal(1, report.Counters.RowsDeclared);
        Assert.Equal("zero is equal to zero", Assert.Single(ResultRecorder.Record(report, TimeSpan.Zero).UnusedRows).Reason);
    }

    [Theory]
    [InlineData("unexecuted main+0x9..0xb why not", "unexecuted main+0x9..0xb: main+0xb was executed")]
    [InlineData("unexecuted callee why not", "unexecuted callee: callee+0x0 was executed")]
    public void DeclaredCodeThatIsExecuted_IsAFailure(string header, string message)
    {
        var report = Verifying.Run(header, Code);
        Assert.False(report.Passed);
        Assert.Equal(message, report.Unmet);
    }

    [Theory]
    [InlineData("unexecuted main+0x9", "test.s:1: unexecuted main+0x9: expected a place and a reason")]
    [InlineData("unexecuted main+9 why", "test.s:1: '9' is no offset: expected one like 0x12")]
    [InlineData("unexecuted main+0x9..0x2 why", "test.s:1: main+0x9..0x2: ends before it begins")]
    [InlineData("unexecuted other why", "unexecuted other: there is no such symbol")]
    [InlineData("blind=main+0x9..0x2", "test.s:1: main+0x9..0x2: ends before it begins")]
    [InlineData("blind=other", "blind=other: there is no such symbol")]
    public void WrongDeclaration_IsNamed(string header, string message) =>
        Assert.EndsWith(message, Assert.Throws<InputException>(() => Verifying.Run(header, Code)).Message, StringComparison.Ordinal);

    /// <summary>Rows that one share uses and another does not are used.</summary>
    [Fact]
    public void Uses_AreJoined()
    {
        Assert.Equal("3120", Harness.Verification.RowUses.Join(["1100", "", "2020"]));
        Assert.Equal("", Harness.Verification.RowUses.Join([]));
    }
}
