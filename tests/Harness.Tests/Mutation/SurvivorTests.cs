using Harness.Fixtures;
using Harness.Mutation;
using Harness.Tests.Kit;

namespace Harness.Tests.Mutation;

/// <summary>What goes unnoticed in code made for it, and what a header may say of that.</summary>
public sealed class SurvivorTests
{
    /// <summary>rbp points to where its own frame ends, so the word below is where the callee's push goes.</summary>
    private const string NothingBelowRbp = """
        FUNCTION callee
            pushq   %rbp
            movq    %rsp, %rbp
            popq    %rbp
            ret
        END_FUNCTION callee
        FUNCTION main
            pushq   %rbp
            movq    %rsp, %rbp
            call    callee
            popq    %rbp
            ret
        END_FUNCTION main
        """;

    /// <summary>Nothing in the code of the callee says what its caller has in rbp.</summary>
    [Fact]
    public void Chance_IsNoProof()
    {
        var survivor = Assert.Single(Run("", NothingBelowRbp).Mutants, mutant => mutant.Fate == MutantFate.Survived);
        Assert.Equal(("callee+0x1", "bp base Bp"), (survivor.Place, survivor.What));
        Assert.True(survivor.IsUnexplained);
        Assert.StartsWith("used as interrupted, at ", survivor.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ExplainedSurvivor_IsNoFailure()
    {
        var result = Run("survives callee+0x1 bp-reg by chance", NothingBelowRbp);
        Assert.True(result.Passed);
        Assert.Equal("by chance", Assert.Single(result.Mutants, mutant => mutant.Fate == MutantFate.Survived).Note);
        Assert.Equal(1, result.Tally.Survived);
    }

    [Fact]
    public void ExplanationOfWhatDoesNotSurvive_IsAFailure()
    {
        var result = Run("survives callee+0x1 bp-reg by chance\nsurvives main+0x0 type nonsense", NothingBelowRbp);
        Assert.False(result.Passed);
        Assert.Equal("survives main+0x0 type: nothing did", Assert.Single(result.Problems));
    }

    /// <summary>The row holds for two instructions, and only one of them is executed.</summary>
    [Fact]
    public void CodeThatIsNotExecuted_CountsUnlessDeclared()
    {
        const string Code = """
            FUNCTION main
                xorl    %eax, %eax
                jne     1f
                ret
            1:  pushq   %rbx
                popq    %rbx
                ret
            END_FUNCTION main
            """;
        var open = Run("", Code);
        Assert.Contains(open.Mutants, mutant => mutant is { Fate: MutantFate.NeverExecuted, Place: "main+0x6" });
        var declared = Run("unexecuted main+0x5..0x7 zero is zero", Code);
        Assert.Equal((0, 0), (declared.Tally.NeverExecuted, declared.Tally.Survived));
        Assert.Equal(open.Tally.NeverExecuted, declared.Tally.Declared);
    }

    /// <summary>The row of the push would hold one instruction longer if rbp, or the word, still were what they were; only code tells.</summary>
    [Theory]
    [InlineData("nop", "Equivalent")]
    [InlineData("xorl %edx, %edx", "Equivalent")]
    [InlineData("movq %rdi, (%rsp)", "Killed")]
    [InlineData("movq %rdi, (%rdi)", "Survived")]
    [InlineData("call other", "Survived")]
    public void WordThatWasSaved_IsKnownUntilSomethingMayHaveWrittenIt(string then, string fate)
    {
        // rbp is loaded from its slot, and the row from there on says that it is in the register: late, it reads the slot.
        var result = Run("", $"""
            FUNCTION main
                pushq   %rbp
                movl    $7, %ebp
                leaq    scratch(%rip), %rdi
                movq    (%rsp), %rbp
                {then}
                nop
                popq    %rcx
                ret
            END_FUNCTION main
            FUNCTION other
                ret
            END_FUNCTION other
                .data
            scratch:
                .quad   0
            """);
        Assert.Equal(fate, result.Mutants.Single(mutant => mutant is { Kind: "deleted", Entry: "cfa:sp+16 bp:(und) type:cfa" }).Fate.ToString());
    }

    private static FixtureMutants Run(string header, string code)
    {
        using var scratch = new Scratch();
        return new FixtureMutation(Verifying.Preparer, new MutationOptions()).Run(Source.Assembly(scratch, header, code))!;
    }
}
