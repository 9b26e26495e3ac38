using Emulator;
using Harness.Execution;
using Harness.Fixtures;

namespace Harness.Tests.Execution;

/// <summary>The shadow stack is what execution did, told from calls, returns and interrupts alone.</summary>
public sealed class OracleTests
{
    private const string Leaf = """

        FUNCTION leaf
        at_leaf: nop
            ret
        END_FUNCTION leaf

        """;

    /// <summary>Entry stubs that save and restore what they use.</summary>
    private const string Stubs = """

        CODE vector_irq
            UNWIND_HINT_IRET_REGS
            pushq   %rax
        at_irq: nop
            popq    %rax
            iretq
        END_CODE vector_irq

        CODE vector_nmi
            UNWIND_HINT_IRET_REGS
        at_nmi: nop
            iretq
        END_CODE vector_nmi

        """;

    public static TheoryData<string, string, string, string[]> Programs => new()
    {
        {
            "a call and its return", "",
            """
            FUNCTION main
                call    leaf
            at_behind: ret
            END_FUNCTION main
            """,
            ["leaf: main < root", "behind: root"]
        },
        {
            "calls through a register and through memory", "",
            """
            FUNCTION main
                leaq    leaf(%rip), %rax
                call    *%rax
                pushq   $leaf
                call    *(%rsp)
                popq    %rax
                ret
            END_FUNCTION main
            """,
            ["leaf: main < root", "leaf: main < root"]
        },
        {
            "a jump to another function leaves no trace", "",
            """
            FUNCTION main
                call    middle
                ret
            END_FUNCTION main
            FUNCTION middle
                jmp     leaf
            END_FUNCTION middle
            """,
            ["leaf: main < root"]
        },
        {
            "a pushed address and ret is a jump, not a return", "",
            """
            FUNCTION main
                call    middle
            at_behind: ret
            END_FUNCTION main
            CODE middle
                UNWIND_HINT_FUNC
                leaq    1f(%rip), %rax
                pushq   %rax
                ret
            1:
            at_inside: nop
                ret
            END_CODE middle
            """,
            ["inside: main < root", "behind: root"]
        },
        {
            "ret that drops arguments", "",
            """
            FUNCTION main
                pushq   $1
                call    drops
            at_behind: ret
            END_FUNCTION main
            CODE drops
                UNWIND_HINT_FUNC
            at_drops: ret $8
            END_CODE drops
            """,
            ["drops: main < root", "behind: root"]
        },
        {
            "recursion", "",
            """
            FUNCTION main
                movl    $3, %edi
                call    again
                ret
            END_FUNCTION main
            FUNCTION again
                decl    %edi
                je      leaf
                call    again
            at_up: ret
            END_FUNCTION again
            """,
            ["leaf: again < again < main < root", "up: again < main < root", "up: main < root"]
        },
        {
            "an exit without return", "",
            """
            FUNCTION main
                call    last
            END_FUNCTION main
            FUNCTION last
            at_last: jmp __harness_exit
            END_FUNCTION last
            """,
            ["last: main < root"]
        },
        {
            "an interrupt and its iret", "irq=irq_here",
            $"""
            FUNCTION main
                nop
            irq_here:
                nop
            at_behind: ret
            END_FUNCTION main
            {Stubs}
            """,
            ["irq: (main) < root", "behind: root"]
        },
        {
            "an interrupt on a stack of its own", "nmi=leaf",
            $"""
            FUNCTION main
                call    leaf
                ret
            END_FUNCTION main
            {Stubs}
            """,
            ["nmi: (leaf) < main < root", "leaf: main < root"]
        },
        {
            "an iret through a copy of the hardware's frame", "irq=irq_here frames=copied",
            """
            FUNCTION main
            irq_here: nop
            at_behind: ret
            END_FUNCTION main
            CODE vector_irq
                UNWIND_HINT_IRET_REGS
                .rept 5
                pushq   32(%rsp)
                .endr
            at_copied: iretq
            END_CODE vector_irq
            CODE vector_nmi
                UNWIND_HINT_IRET_REGS
                iretq
            END_CODE vector_nmi
            """,
            ["copied: (main) < root", "behind: root"]
        },
        {
            "an iret to the next instruction is a jump", "",
            """
            FUNCTION main
                movq    %rsp, %rax
                UNWIND_HINT_SAVE
                pushq   $KERNEL_DS
                pushq   %rax
                pushfq
                pushq   $KERNEL_CS
                pushq   $1f
            at_before: iretq
            1:
                UNWIND_HINT_RESTORE
            at_behind: ret
            END_FUNCTION main
            """,
            ["before: root", "behind: root"]
        },
        {
            "an exception whose handler goes on elsewhere", "edits=ip",
            """
            FUNCTION main
                call    faulty
            at_behind: ret
            END_FUNCTION main
            FUNCTION faulty
                ud2
                ANNOTATE_REACHABLE
            at_resumed: ret
            END_FUNCTION faulty
            CODE vector_invalid_opcode
                UNWIND_HINT_IRET_REGS
            at_handler: addq $2, (%rsp)
                iretq
            END_CODE vector_invalid_opcode
            """,
            ["handler: (faulty) < main < root", "resumed: main < root", "behind: root"]
        },
        {
            "a breakpoint returns behind itself", "",
            """
            FUNCTION main
                int3
            at_behind: ret
            END_FUNCTION main
            CODE vector_breakpoint
                UNWIND_HINT_IRET_REGS
            at_handler: iretq
            END_CODE vector_breakpoint
            """,
            ["handler: (main) < root", "behind: root"]
        },
        {
            "a fault inside a handler", "edits=ip",
            """
            FUNCTION main
                int3
            at_behind: ret
            END_FUNCTION main
            CODE vector_breakpoint
                UNWIND_HINT_IRET_REGS
                ud2
                ANNOTATE_REACHABLE
            at_outer: iretq
            END_CODE vector_breakpoint
            CODE vector_invalid_opcode
                UNWIND_HINT_IRET_REGS
            at_inner: addq $2, (%rsp)
                iretq
            END_CODE vector_invalid_opcode
            """,
            ["inner: (vector_breakpoint) < (main) < root", "outer: (main) < root", "behind: root"]
        },
        {
            "system calls, left by sysret and by iret", "blind=vector_syscall",
            """
            CODE main
                UNWIND_HINT_FUNC
                pushq   $USER_DS
                pushq   $__user_stack_top
                pushq   $0x202
                pushq   $USER_CS
                pushq   $user_start
            at_main: iretq
            END_CODE main
            CODE vector_syscall
                UNWIND_HINT_EMPTY
            at_entry: cmpl $2, %edi
                je      .Lslow
                ja      __harness_exit
                sysretq
            .Lslow:
                movq    %rsp, %rax
                movq    task_stack(%rip), %rsp
                pushq   $USER_DS
                pushq   %rax
                pushq   %r11
                pushq   $USER_CS
                pushq   %rcx
                UNWIND_HINT_IRET_REGS
            at_slow: iretq
            END_CODE vector_syscall
                .section .user.text, "ax"
            user_start:
                movl    $1, %edi
                syscall
                movl    $2, %edi
                syscall
                movl    $3, %edi
                syscall
                .data
            task_stack: .quad __task_stack_top
            """,
            ["main: root", "entry: user", "entry: user", "slow: user", "entry: user"]
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void ShadowStack_IsWhatTheProgramDid(string what, string header, string code, string[] expected)
    {
        var chains = TrueChains.Of(header, code + Leaf);
        Assert.Null(chains.Finding);
        Assert.True(expected.SequenceEqual(chains.Lines), $"{what}\n{string.Join('\n', chains.Lines)}");
    }

    /// <summary>The frame's place and registers are those of the moment when control left it.</summary>
    [Fact]
    public void Frame_RemembersWhereItsReturnAddressLies()
    {
        var shadow = new ShadowStack();
        var registers = default(GprFile);
        registers[Gpr.Rbx] = 3;
        shadow.Push(new ShadowFrame { Ip = 1, Sp = 16, IpSlot = 8 }, registers);
        registers[Gpr.Rbx] = 4;
        shadow.Push(new ShadowFrame { Ip = 2, Sp = 8, IpSlot = 0 }, registers);

        Assert.Equal(2, shadow.Depth);
        Assert.Equal((2UL, 8UL, 0UL), (shadow.Top.Ip, shadow.Top.Sp, shadow.Top.IpSlot));
        Assert.Equal((3UL, 4UL), (shadow.RegistersOf(0)[Gpr.Rbx], shadow.RegistersOf(1)[Gpr.Rbx]));
        Assert.Equal([1UL, 2UL], shadow.Frames.ToArray().Select(frame => frame.Ip));
    }

    [Fact]
    public void LowestDepth_SpansFromOneQuestionToTheNext()
    {
        var shadow = new ShadowStack();
        for (var i = 0; i < 1000; i++)
            shadow.Push(new ShadowFrame { Ip = (ulong)i }, default);
        Assert.Equal(0, shadow.TakeLowestDepth());
        Assert.Equal(1000, shadow.TakeLowestDepth());

        for (var i = 0; i < 10; i++)
            shadow.Pop();
        for (var i = 0; i < 20; i++)
            shadow.Push(default, default);
        Assert.Equal(990, shadow.TakeLowestDepth());
        Assert.Equal(1010, shadow.TakeLowestDepth());
        Assert.Equal(989UL, shadow.Frames[989].Ip);
    }

    /// <summary>Once for each caller, an NMI everywhere, an IRQ only where the flag and the instruction before allow it.</summary>
    [Fact]
    public void ModeEach_InterruptsOnceForEachWayToBeThere()
    {
        var chains = TrueChains.Of("", $"""
            FUNCTION main
                call    leaf
                cli
                call    leaf
                movl    $3, %ecx
            1:  loop    1b
                sti
                nop
                ret
            END_FUNCTION main
            FUNCTION leaf
                ret
            END_FUNCTION leaf
            {Stubs}
            """, InterruptMode.Each);
        Assert.Null(chains.Finding);

        // main has eight instructions, the loop being one for all rounds, and the root two. IRQs: call, cli and ret of main, and the
        // nop behind sti, where one has to wait, but only until the NMI there has returned.
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["irq: (root)"] = 2,
                ["irq: (main) < root"] = 4,
                ["irq: (leaf) < main < root"] = 1,
                ["nmi: (root)"] = 2,
                ["nmi: (main) < root"] = 8,
                ["nmi: (leaf) < main < root"] = 2,
            },
            chains.Lines.CountBy(line => line).ToDictionary());
    }
}
