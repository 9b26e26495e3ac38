using Objtool.Analysis;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

public sealed class JumpTableTests
{
    /// <summary>The end of an array minus one, say: with an array of size 0 that is no offset of its section.</summary>
    [Theory]
    [InlineData("movq $value - 1, %rax")]
    [InlineData("leaq value - 5(%rip), %rax")]
    [InlineData("movq $value + 0x7fffffff, %rax")]
    public void AddressOutsideItsSection_IsNoTable(string instruction)
    {
        var file = Assembler.Assemble($"""
                .data
            value:
                .quad f
                .text
                .type f, @function
            f:
                {instruction}
                jmp *%rax
                .size f, . - f

            """);
        Assert.Empty(ObjectAnalysis.Run(file, new AnalysisOptions()).Diagnostics);
    }
}
