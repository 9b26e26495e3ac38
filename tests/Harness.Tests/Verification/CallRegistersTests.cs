using Harness.Tests.Kit;

namespace Harness.Tests.Verification;

/// <summary>A pt_regs that a trampoline builds around a call: what a call leaves alone must be in it as it was at the call.</summary>
public sealed class CallRegistersTests
{
    [Theory]
    [InlineData("nop", true)]
    [InlineData("incq PT_AX(%rsp)", true)]
    [InlineData("incq PT_R12(%rsp)", false)]
    [InlineData("incq PT_BX(%rsp)", false)]
    [InlineData("movq %rsp, PT_R15(%rsp)", false)]
    public void RegistersOfACall_AreComparedAsFarAsACallKeepsThem(string change, bool isRight)
    {
        var report = Verifying.Run("entry=main interrupts=none result=0x2a", $"""
            FUNCTION make_regs
                pushq $-1
                PUSH_C_REGS
                PUSH_EXTRA_REGS
                UNWIND_HINT_REGS signal=1
                {change}
            regs_made:
                call handler
                movl $42, %eax
                call __harness_exit
                ANNOTATE_UNREACHABLE
            END_FUNCTION make_regs
            FUNCTION handler
                ret
            END_FUNCTION handler
            FUNCTION main
                subq $40, %rsp
                movq $KERNEL_CS, (%rsp)
                movq $0x202, 8(%rsp)
                movq %rsp, 16(%rsp)
                movq $KERNEL_DS, 24(%rsp)
                call make_regs
                ANNOTATE_UNREACHABLE
            END_FUNCTION main
            """);
        Assert.Null(report.Execution);
        Assert.Equal(isRight, report.WrongPoints == 0);
    }
}
