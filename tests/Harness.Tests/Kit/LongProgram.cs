using Harness.Fixtures;

namespace Harness.Tests.Kit;

/// <summary>A program of a few instructions that runs as long as a test wants.</summary>
internal static class LongProgram
{
    /// <summary>Instructions each time round.</summary>
    private const int LoopLength = 8;

    /// <summary>Executes about so many instructions.</summary>
    public static Fixture Write(Scratch scratch, long instructions, string name = "long.s") => Source.Assembly(scratch, "result=0", $"""
        FUNCTION main
            pushq   %rbx
            movq    ${instructions / LoopLength}, %rbx
        1:  call    leaf
            subq    $1, %rbx
            jne     1b
            movl    $0, %eax
            popq    %rbx
            ret
        END_FUNCTION main
        FUNCTION leaf
            subq    $24, %rsp
            leaq    1(%rbx), %rax
            addq    $24, %rsp
            nop
            ret
        END_FUNCTION leaf
        """, name);

    /// <summary>The same, and wrong: a hint that forgets a push, in a function called now and then.</summary>
    public static Fixture WriteWrong(Scratch scratch, long instructions, string name = "wrong.s") => Source.Assembly(scratch, "result=0", $"""
        FUNCTION main
            pushq   %rbx
            movq    ${instructions / LoopLength}, %rbx
        1:  call    leaf
            testl   $511, %ebx
            jne     2f
            call    wrong
        2:  subq    $1, %rbx
            jne     1b
            movl    $0, %eax
            popq    %rbx
            ret
        END_FUNCTION main
        FUNCTION leaf
            nop
            nop
            ret
        END_FUNCTION leaf
        FUNCTION wrong
            pushq   %rbp
            UNWIND_HINT cfa_offset=8
            nop
            nop
            UNWIND_HINT cfa_offset=16
            popq    %rbp
            ret
        END_FUNCTION wrong
        """, name);
}
