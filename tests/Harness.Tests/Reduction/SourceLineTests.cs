using Harness.Reduction;

namespace Harness.Tests.Reduction;

/// <summary>What the reduction sees in a line, in our own sources and in those of compilers.</summary>
public sealed class SourceLineTests
{
    [Theory]
    [InlineData("FUNCTION work", "work", null, null)]
    [InlineData("END_FUNCTION work.cold", null, "work.cold", null)]
    [InlineData("\t.type\tfunc_1, @function", "func_1", null, null)]
    [InlineData("\t.type\tfunc_1,@function                  # -- Begin function func_1", "func_1", null, null)]
    [InlineData("\t.size\tfunc_1, .-func_1", null, "func_1", null)]
    [InlineData("\t.type\tg_2, @object", null, null, null)]
    [InlineData("\t.size\tg_2, 4", null, null, null)]
    [InlineData(".Lagain:", null, null, ".Lagain")]
    [InlineData("func_1:                                 # @func_1", null, null, "func_1")]
    [InlineData("\tmovq\t%fs:40, %rax", null, null, null)]
    [InlineData("1:\tret", null, null, null)]
    public void Line_IsUnderstood(string text, string? begins, string? ends, string? label)
    {
        var line = new SourceLine(text);
        Assert.Equal((begins, ends, label), (line.Begins, line.Ends, line.Label));
    }
}
