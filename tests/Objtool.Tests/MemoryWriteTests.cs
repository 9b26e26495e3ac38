using Objtool.Decoding;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>How far up from rsp an instruction can write: verification skips what lies above.</summary>
public sealed class MemoryWriteTests
{
    private const short Nowhere = MemoryWrite.Nowhere;
    private const short Anywhere = MemoryWrite.Anywhere;

    [Theory]
    [InlineData("pushq %rax", 0, false)]
    [InlineData("pushq (%rdi)", 0, false)]
    [InlineData("pushfq", 0, false)]
    [InlineData("call .", 0, false)]
    [InlineData("call *8(%rsp)", 0, false)]
    [InlineData("movq %rax, 16(%rsp)", 24, true)]
    [InlineData("movq %rax, -16(%rsp)", -8, true)]
    [InlineData("movb $1, -1(%rsp)", 0, true)]
    [InlineData("lock incl 4(%rsp)", 8, true)]
    [InlineData("xchgq %rax, 8(%rsp)", 16, true)]
    [InlineData("movaps %xmm0, (%rsp)", 16, true)]
    [InlineData("fxsave (%rsp)", 512, true)]
    [InlineData("sete 3(%rsp)", 4, true)]
    [InlineData("movq %rax, 0x7ff0(%rsp)", 0x7ff8, true)]
    [InlineData("movq %rax, 0x7ff8(%rsp)", Anywhere, true)]
    [InlineData("movq %rax, (%rsp,%rcx,8)", Anywhere, true)]
    [InlineData("popq 8(%rsp)", Anywhere, true)]
    [InlineData("movq %rax, 8(%rbp)", Anywhere, true)]
    [InlineData("movq %rax, (%rdi)", Anywhere, true)]
    [InlineData("movq %rax, %gs:8(%rsp)", Anywhere, true)]
    [InlineData("movq %rax, %gs:8(%rip)", Anywhere, true)]
    [InlineData("movq %rax, %gs:8", Anywhere, true)]
    [InlineData("stosq", Anywhere, true)]
    [InlineData("rep movsq", Anywhere, true)]
    [InlineData("incq 8(%rip)", Nowhere, true)]
    [InlineData("movq 8(%rsp), %rax", Nowhere, false)]
    [InlineData("cmpq %rax, (%rsp)", Nowhere, false)]
    [InlineData("popq %rax", Nowhere, false)]
    [InlineData("leave", Nowhere, false)]
    [InlineData("ret", Nowhere, false)]
    [InlineData("leaq 8(%rsp), %rax", Nowhere, false)]
    public void End_IsWhereTheLastByteThatCanBeWrittenIs(string assembly, int end, bool isOperand)
    {
        var code = Assembler.Assemble($".text\n{assembly}\n").FindSection(".text")!.Contents.ToArray();
        Assert.Equal(new MemoryWrite((short)end, isOperand), InstructionDecoder.Decode(code, 0).Write);
    }

    /// <summary>It writes several words, and some of them where rbp points.</summary>
    [Fact]
    public void Enter_CanWriteAnywhere() =>
        Assert.Equal(Anywhere, InstructionDecoder.Decode(Assembler.Assemble(".text\nenter $16, $2\n").FindSection(".text")!.Contents, 0).Write.End);
}
