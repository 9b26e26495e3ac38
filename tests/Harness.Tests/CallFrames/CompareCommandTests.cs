using Harness.Tests.Kit;

namespace Harness.Tests.CallFrames;

/// <summary><c>objtool compare --against eh_frame</c>: the analysis beside call frame information, at every instruction.</summary>
[Collection(ConsoleTests.Name)]
public sealed class CompareCommandTests
{
    private const string Sound = """
        f:  .cfi_startproc
            pushq %rbp
            .cfi_def_cfa_offset 16
            .cfi_offset rbp, -16
            movq %rsp, %rbp
            .cfi_def_cfa_register rbp
            nop
            popq %rbp
            .cfi_restore rbp
            .cfi_def_cfa rsp, 8
            ret
            .cfi_endproc
            .size f, . - f
        """;

    [Fact]
    public void EqualStatesAreCountedAndNothingElseIsSaid()
    {
        var (result, path) = Compare(Sound);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal("""
            1 files: 1 with the same state at every instruction, 0 failed; 5 of 5 instructions equal (100.000 %)
              not compared: 0 instructions without an FDE, 0 that the analysis never reached, 0 where one has no words for what the other says

            """, result.Output);
        Assert.False(result.Output.Contains(path, StringComparison.Ordinal));
    }

    /// <summary>The directive that is changed, and the line that must say so.</summary>
    [Theory]
    [InlineData(".cfi_def_cfa_offset 16", ".cfi_def_cfa_offset 24", "f+0x1 (.text+0x1), 3 bytes: cfa:sp+16 bp:cfa-16 type:cfa | cfa:sp+24 bp:cfa-16 type:cfa")]
    [InlineData(".cfi_restore rbp", "", "f+0x6 (.text+0x6), 1 bytes: cfa:sp+8 bp:(und) type:cfa | cfa:sp+8 bp:cfa-16 type:cfa")]
    [InlineData(".cfi_offset rbp, -16", "", "f+0x1 (.text+0x1), 3 bytes: cfa:sp+16 bp:cfa-16 type:cfa | cfa:sp+16 bp:(und) type:cfa")]
    [InlineData(".cfi_def_cfa rsp, 8", "", "f+0x6 (.text+0x6), 1 bytes: cfa:sp+8 bp:(und) type:cfa | cfa:bp+16 bp:(und) type:cfa")]
    [InlineData(".cfi_def_cfa_register rbp", ".cfi_undefined rip", "f+0x4 (.text+0x4), 2 bytes: cfa:bp+16 bp:cfa-16 type:cfa | cfa:(und) bp:(und) type:cfa end")]
    public void ADifferenceIsShownWithItsPlaceAndBothRows(string directive, string instead, string expected)
    {
        var (result, path) = Compare(Sound.Replace(directive, instead, StringComparison.Ordinal));
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{path}: ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"  {expected}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void RealignedFramesAreSaidInBothWays()
    {
        // What gcc writes; its CFA is r10 one instruction sooner than a row's, where both are right.
        var (result, _) = Compare("""
            f:  .cfi_startproc
                leaq 8(%rsp), %r10
                .cfi_def_cfa r10, 0
                andq $-64, %rsp
                pushq -8(%r10)
                pushq %rbp
                movq %rsp, %rbp
                .cfi_escape 0x10, 6, 2, 0x76, 0
                pushq %r10
                .cfi_escape 0x0f, 3, 0x76, 0x78, 0x06
                nop
                popq %r10
                .cfi_def_cfa r10, 0
                popq %rbp
                .cfi_restore rbp
                leaq -8(%r10), %rsp
                .cfi_def_cfa rsp, 8
                ret
                .cfi_endproc
                .size f, . - f
            """);
        Assert.Contains("f+0x5 (.text+0x5), 4 bytes: cfa:sp+8 bp:(und) type:cfa | cfa:r10+0 bp:(und) type:cfa\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("10 of 11 instructions equal", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeComparedIsCounted()
    {
        var (result, _) = Compare($"""
            {Sound}
                .type g, @function
            g:  ret
                .size g, . - g
                .type h, @function
            h:  .cfi_startproc
                .cfi_def_cfa rbx, 8
                ret
                .cfi_endproc
                .size h, . - h
            """);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("not compared: 1 instructions without an FDE, 0 that the analysis never reached, 1 where one has no words", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutCallFramesIsOneLine()
    {
        var (result, path) = Compare("f: ret\n.size f, . - f");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"harness: {path}: there is no call frame information in it (.eh_frame, .debug_frame)\n", result.Errors);
    }

    [Fact]
    public void DamagedCallFramesAreOneLine()
    {
        var (result, path) = Compare($"{Sound}\n.section .debug_frame\n.long 1000\n");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"harness: {path}: .debug_frame+0x0: its length reaches beyond the section's 0x4 bytes\n", result.Errors);
    }

    private static (ProgramResult Result, string Path) Compare(string code)
    {
        using var scratch = new Scratch();
        Programs.Require("as");
        Programs.Run("as", "--64", "-o", scratch["test.o"], scratch.Write("test.s", $".text\n.globl f\n.type f, @function\n{code}\n"));
        return (HarnessProgram.Call("objtool", "compare", "--against", "eh_frame", scratch["test.o"]), scratch["test.o"]);
    }
}
