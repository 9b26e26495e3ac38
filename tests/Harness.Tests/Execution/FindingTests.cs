using Harness.Fixtures;
using Harness.Tests.Kit;

namespace Harness.Tests.Execution;

/// <summary>Code that does what no correct fixture does: found without any table, and told in one exact line.</summary>
public sealed class FindingTests
{
    public static TheoryData<string, string, string, string> Programs => new()
    {
        {
            "a callee-saved register is not restored", "",
            """
            FUNCTION main
                call    clobbers
                ret
            END_FUNCTION main
            FUNCTION clobbers
                movl    $1, %ebx
                ret
            END_FUNCTION clobbers
            """,
            "main+0x5: Rbx was 5e6000000000003 before the call and is 1 after it"
        },
        {
            "rbp is not restored", "",
            """
            FUNCTION main
                call    clobbers
                ret
            END_FUNCTION main
            FUNCTION clobbers
                xorl    %ebp, %ebp
                ret
            END_FUNCTION clobbers
            """,
            "main+0x5: Rbp was 5e6000000000005 before the call and is 0 after it"
        },
        {
            "a function returns to another place", "",
            """
            FUNCTION main
                call    returns_too_far
                nop
                ret
            END_FUNCTION main
            FUNCTION returns_too_far
                incq    (%rsp)
                ret
            END_FUNCTION returns_too_far
            """,
            "main+0x6: a return to main+0x6 instead of main+0x5"
        },
        {
            "an interrupt's handler changes a register", "irq=irq_here",
            """
            FUNCTION main
                nop
            irq_here:
                ret
            END_FUNCTION main
            CODE vector_irq
                UNWIND_HINT_IRET_REGS
                incl    %r15d
                iretq
            END_CODE vector_irq
            """,
            "main+0x1: the interrupt's handler did not restore all registers"
        },
        {
            "an interrupt's handler returns elsewhere", "irq=irq_here",
            """
            FUNCTION main
            irq_here:
                nop
                ret
            END_FUNCTION main
            CODE vector_irq
                UNWIND_HINT_IRET_REGS
                incq    (%rsp)
                iretq
            END_CODE vector_irq
            """,
            "main+0x1: a return from interrupt to main+0x1 with rsp ffffc90000004ef8 instead of main+0x0 with ffffc90000004ef8"
        },
        {
            "an interrupt's handler moves the stack", "irq=irq_here",
            """
            FUNCTION main
            irq_here:
                nop
                ret
            END_FUNCTION main
            CODE vector_irq
                UNWIND_HINT_IRET_REGS
                subq    $8, 24(%rsp)
                iretq
            END_CODE vector_irq
            """,
            "main+0x0: a return from interrupt to main+0x0 with rsp ffffc90000004ef0 instead of main+0x0 with ffffc90000004ef8"
        },
        {
            "a read of memory that is not there", "",
            """
            FUNCTION main
                movl    0x1000, %eax
                ret
            END_FUNCTION main
            """,
            "main+0x0: vector 14 at 0xffffffff81000000, error code 0x0, Read of 0x1000: the fixture defines no handler"
        },
        {
            "an instruction that does not exist", "",
            """
            FUNCTION main
                ud2
            END_FUNCTION main
            """,
            "main+0x0: vector 6 at 0xffffffff81000000: the fixture defines no handler"
        },
        {
            "a function without an end", "",
            """
            FUNCTION main
                nop
            END_FUNCTION main
            """,
            "main+0x1: vector 3 at 0xffffffff81000002: the fixture defines no handler"
        },
        {
            "a jump into data", "",
            """
            FUNCTION main
                leaq    words(%rip), %rax
                jmp     *%rax
            END_FUNCTION main
                .data
            words: .quad 0x90909090
            """,
            "main+0x7: vector 14 at 0xffffffff81002000, error code 0x11, Fetch of 0xffffffff81002000: the fixture defines no handler"
        },
        {
            "a jump to where nothing is", "",
            """
            FUNCTION main
                movl    $0x5000, %eax
                call    *%rax
                ret
            END_FUNCTION main
            """,
            "main+0x5: vector 14 at 0x5000, error code 0x10, Fetch of 0x5000: the fixture defines no handler"
        },
        {
            "a jump behind the last code", "",
            """
            FUNCTION main
                leaq    main+0xf00(%rip), %rax
                jmp     *%rax
            END_FUNCTION main
            """,
            "0xffffffff81000f00: there is no code here"
        },
        {
            "a recursion that does not end", "",
            """
            FUNCTION main
                subq    $1000, %rsp
                call    main
                addq    $1000, %rsp
                ret
            END_FUNCTION main
            """,
            "main+0x7: vector 14 at 0xffffffff81000007, error code 0x2, Write of 0xffffc90000000ff8: the fixture defines no handler"
        },
        {
            "a recursion whose page fault handler has no stack either", "",
            """
            FUNCTION main
                subq    $1000, %rsp
                call    main
                addq    $1000, %rsp
                ret
            END_FUNCTION main
            CODE vector_page_fault
                UNWIND_HINT_IRET_REGS offset=8
                jmp     __harness_exit
            END_CODE vector_page_fault
            """,
            "main+0x7: vector 14 at 0xffffffff81000007, error code 0x2, Write of 0xffffc90000000ff8: its stack can't be written"
        },
        {
            "a return to user mode that the processor refuses", "blind=vector_syscall",
            """
            CODE main
                UNWIND_HINT_FUNC
                pushq   $USER_DS
                pushq   $__user_stack_top
                pushq   $0x202
                pushq   $USER_CS
                pushq   $user_start
                iretq
            END_CODE main
            CODE vector_syscall
                UNWIND_HINT_EMPTY
                movq    $1, %rcx
                rolq    $63, %rcx
                sysretq
            END_CODE vector_syscall
                .section .user.text, "ax"
            user_start:
                syscall
            """,
            "vector_syscall+0xb: sysret raises #GP"
        },
        {
            "a run without an end", "",
            """
            FUNCTION main
                jmp     main
            END_FUNCTION main
            """,
            "main+0x0: still running after 1000 instructions"
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Finding_IsToldInOneLine(string what, string header, string code, string expected)
    {
        Assert.NotEmpty(what);
        var report = Verifying.Run(header, code, maximumInstructions: 1000);
        Assert.False(report.Passed);
        var finding = $"{report.Image!.Symbols.NameOf(report.Execution!.Rip)}: {report.Execution.Message}";
        Assert.Equal(expected, finding);
        Assert.Contains($"FAIL {report.Fixture.Name}: {expected}\n", Verifying.Verdicts(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("result=5", "the result is 0x4 instead of 0x5")]
    [InlineData("result=0x20", "the result is 0x4 instead of 0x20")]
    [InlineData("expect=diagnostic:undefined-stack-state", "no undefined-stack-state was reported")]
    public void UnmetExpectation_IsToldInOneLine(string header, string expected)
    {
        var report = Verifying.Run(header, """
            FUNCTION main
                movl    $4, %eax
                ret
            END_FUNCTION main
            """);
        Assert.Equal(expected, report.Unmet);
        Assert.Equal($"FAIL {report.Fixture.Name}: {expected}\n", Verifying.Verdicts(report));
    }

    /// <summary>A diagnostic that no header expects fails the fixture, though every frame may be right.</summary>
    [Fact]
    public void UnexpectedDiagnostic_Fails()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "", """
            FUNCTION main
                pushq   %rbx
                cmpl    %eax, %eax
                je      1f
                ret
            1:  popq    %rbx
                ret
            END_FUNCTION main
            """);
        var report = Verifying.Run(fixture);
        Assert.Equal($"{fixture.Path}: warning: objtool: main()+0x5: return with modified stack frame [return-with-modified-frame]", report.Unmet);
        Assert.Equal(0, report.WrongPoints);
    }

    [Theory]
    [InlineData("", "FUNCTION main\n call nobody\n ret\nEND_FUNCTION main", "undefined symbol 'nobody'")]
    [InlineData("", "FUNCTION start\n ret\nEND_FUNCTION start", "there is no symbol 'main'")]
    [InlineData("entry=begin", "FUNCTION main\n ret\nEND_FUNCTION main", "there is no symbol 'begin'")]
    public void ProgramThatCannotBeLinked_IsRefusedInOneLine(string header, string code, string expected)
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, header, code);
        var exception = Assert.Throws<InputException>(() => Verifying.Run(fixture));
        Assert.Equal($"{fixture.Path}: {expected}", exception.Message);
    }

    [Fact]
    public void SymbolOfTheRuntime_IsNotDefinedTwice()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "", """
            FUNCTION main
                ret
            END_FUNCTION main
            FUNCTION __harness_root
                ret
            END_FUNCTION __harness_root
            """);
        var exception = Assert.Throws<InputException>(() => Verifying.Run(fixture));
        Assert.Equal($"{Path.Combine(RepositoryFolders.Runtime, "root.s")}: '__harness_root' is defined by {fixture.Path} too", exception.Message);
    }

    [Theory]
    [InlineData("irq=nowhere", "nowhere: there is no code symbol 'nowhere'")]
    [InlineData("irq=main+x", "main+x: 'x' is no number; expected SYMBOL+OFFSET#VISIT")]
    [InlineData("nmi=main#two", "main#two: 'two' is no number; expected SYMBOL+OFFSET#VISIT")]
    [InlineData("blind=nothing", "blind=nothing: there is no such symbol")]
    public void PlaceThatDoesNotExist_IsRefusedInOneLine(string header, string expected)
    {
        var exception = Assert.Throws<InputException>(() => Verifying.Run(header, "FUNCTION main\n ret\nEND_FUNCTION main"));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Verification goes on after a wrong chain, and stops at a finding: what comes after it is not to be trusted.</summary>
    [Fact]
    public void FirstFinding_EndsTheRun()
    {
        var report = Verifying.Run("result=0", """
            FUNCTION main
                call    clobbers
                call    clobbers
                ret
            END_FUNCTION main
            FUNCTION clobbers
                incl    %r12d
                ret
            END_FUNCTION clobbers
            """);
        Assert.Equal(4, report.Counters.Instructions);
        Assert.StartsWith("R12 was 5e600000000000c before", report.Execution!.Message, StringComparison.Ordinal);
    }
}
