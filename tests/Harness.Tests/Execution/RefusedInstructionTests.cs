using Harness.Execution;
using Harness.Tests.Kit;

namespace Harness.Tests.Execution;

/// <summary>What the emulator would execute wrongly, or not survive, ends with a message that says where and why.</summary>
public sealed class RefusedInstructionTests
{
    [Theory]
    [InlineData("vpxor %xmm1, %xmm2, %xmm3", "as if they had two")]
    [InlineData("vaddps %ymm1, %ymm2, %ymm3", "as if they had two")]
    [InlineData("kmovw %k1, %eax", "as if they had two")]
    [InlineData("vmovdqa64 %zmm1, %zmm2", "as if they had two")]
    [InlineData("lock negq (%rsp)", "wrong flags")]
    [InlineData("shld $3, %rax, main(%rip)", "one too low")]
    [InlineData("shrd $3, %rax, main(%rip)", "one too low")]
    [InlineData("movq %rax, %dr7", "process")]
    [InlineData("rdsspq %rax", "shadow stacks")]
    [InlineData("incsspq %rax", "shadow stacks")]
    [InlineData(".byte 0xf3, 0x0f, 0x01, 0xca", "clac or stac")] // eretu
    [InlineData(".byte 0xf2, 0x0f, 0x01, 0xca", "clac or stac")] // erets
    [InlineData(".byte 0xf1", "#DB comes out as #UD")] // int1
    [InlineData("sysenter", "comes out as #UD")]
    public void UnfaithfulInstruction_IsRefused(string instruction, string reason)
    {
        var exception = Assert.Throws<UnfaithfulInstructionException>(() => RunWith(instruction));
        Assert.Contains("main+0x0: '", exception.Message, StringComparison.Ordinal);
        Assert.Contains("' can't be emulated faithfully: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Where the analysis does not look, it would be executed as mov.</summary>
    [Fact]
    public void LockedMov_IsRefused()
    {
        var exception = Assert.Throws<UnfaithfulInstructionException>(() => Verifying.Run("entry=main", """
            FUNCTION main
                leaq    bad(%rip), %rax
                jmp     *%rax
            END_FUNCTION main
                .section .user.text, "ax"
            bad: .byte 0xf0, 0x48, 0x89, 0x03
                ret
            """));
        Assert.Contains("bad+0x0: '", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("it is no instruction, and may be executed as one", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Their neighbours, which are executed as they should be.</summary>
    [Theory]
    [InlineData("andn %rax, %rcx, %rdx")]
    [InlineData("shlx %rax, %rcx, %rdx")]
    [InlineData("negq word(%rip)")]
    [InlineData("lock incq word(%rip)")]
    [InlineData("shld $3, %rax, %rcx")]
    [InlineData("shld %cl, %rax, word(%rip)")]
    [InlineData("movq %dr7, %rax")]
    [InlineData("endbr64")]
    [InlineData("clac")]
    [InlineData("stac")]
    [InlineData("pxor %xmm1, %xmm2")]
    public void Neighbour_IsExecuted(string instruction) => Verifying.AssertPassed(RunWith(instruction));

    private static Harness.Verification.FixtureReport RunWith(string instruction) => Verifying.Run("entry=main", $"""
        FUNCTION main
            {instruction}
            ret
        END_FUNCTION main
            .data
        word: .quad 0
        """);
}
