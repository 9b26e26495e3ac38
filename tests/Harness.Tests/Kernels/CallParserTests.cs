using Harness.Kernels.Calls;
using Harness.Tests.Kit;

namespace Harness.Tests.Kernels;

/// <summary>Calls as command lines and lists write them.</summary>
public sealed class CallParserTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "", "expected a name at 'the end'" },
        { "strlen", "expected '==' at 'the end'" },
        { "strlen(", "expected a name at 'the end'" },
        { "strlen(\"a\"", "expected ')' at 'the end'" },
        { "strlen(\"a)", "the text does not end at 'the end'" },
        { "strlen(\"\\q\")", "the escape '\\q' is not known at '\")'" },
        { "strlen(\"\\x4\")", "expected two hexadecimal digits at '4\")'" },
        { "strlen(12x)", "'12x' is no number of 64 bits at ')'" },
        { "strlen(0x10000000000000000)", "'10000000000000000' is no number of 64 bits at ')'" },
        { "strlen(bytes(0g))", "bytes(0g): expected pairs of hexadecimal digits before at ')'" },
        { "strlen(out(999999999999))", "buffers of more than 64 MiB at '))'" },
        { "f(out(60000000), out(60000000))", "buffers of more than 64 MiB at '))'" },
        { "f(**a)", "expected a name behind '*' at '*a)'" },
        { "strlen(&)", "expected a name at ')'" },
        { "strlen(\"a\") => ", "expected a name at 'the end'" },
        { "strlen(\"a\") 5", "expected ';' or the end at '5'" },
        { "b = zero(8)", "no function is called at 'the end'" },
        { "b == 5", "expected contents to compare with, such as \"text\" or u32(1) at '5'" },
        { "f(b = 5)", "expected \"text\" or one of text, bytes, zero, out, file, u8, u16, u32, u64, struct, va at '5)'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void BadText_IsOneErrorThatNamesThePlace(string text, string reason)
    {
        var error = Assert.Throws<InputException>(() => new CallParser("/").Parse(text, "--call"));
        Assert.Equal($"--call: {reason}", error.Message);
    }

    [Fact]
    public void DeepNesting_IsRefused()
    {
        var text = $"f({string.Concat(Enumerable.Repeat("u64(", 100_000))}";
        Assert.StartsWith("--call: nested more than 32 deep", Assert.Throws<InputException>(() => new CallParser("/").Parse(text, "--call")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_HasFunctionArgumentsAndExpectation()
    {
        var call = new CallParser("/").Parse("?xfs:f(1, -2, 'c', &g+8, b=out(3)) => int -22; b == bytes(01 02 03)", "here");
        Assert.True(call.IsOptional);
        var function = Assert.IsType<FunctionCall>(call.Statements[0]);
        Assert.Equal(new CallName("xfs", "f", null), function.Function);
        Assert.Equal([new NumberValue(1), new NumberValue(unchecked((ulong)-2)), new NumberValue('c'), new AddressValue(new CallName(null, "g", null), 8)], function.Arguments.Take(4));
        Assert.Equal([0xa5, 0xa5, 0xa5], Assert.IsType<BytesContent>(Assert.IsType<BufferValue>(function.Arguments[4]).Content).Bytes);
        Assert.Equal(new ExpectedReturn(32, new NumberValue(unchecked((ulong)-22))), function.Expected);
        Assert.Equal([1, 2, 3], Assert.IsType<BytesContent>(Assert.IsType<MemoryCheck>(call.Statements[1]).Expected).Bytes);
    }

    [Fact]
    public void Text_HasTheEscapesOfC_AndItsNul()
    {
        var call = new CallParser("/").Parse(@"f(""a\n\t\\\""\x7fé"", text(""b""))", "here");
        var arguments = Assert.IsType<FunctionCall>(call.Statements[0]).Arguments.Cast<BufferValue>().Select(argument => ((BytesContent)argument.Content).Bytes).ToArray();
        Assert.Equal([.. "a\n\t\\\"\u007fé"u8, 0], arguments[0]);
        Assert.Equal("b"u8.ToArray(), arguments[1]);
    }

    [Fact]
    public void List_HasRemarksAndLinesThatGoOn()
    {
        using var scratch = new Scratch();
        scratch.Write("data", "content"u8);
        var path = scratch.Write("list", "# a remark\n\nf(1)\n  g(2,\\\n 3)\nh(file(data))\n");
        var calls = CallParser.ReadList(path);
        Assert.Equal(["f", "g", "h"], calls.Select(call => call.Functions.Single().Name));
        Assert.Equal([$"{path}:3", $"{path}:5", $"{path}:6"], calls.Select(call => call.Place));
        Assert.Equal("content"u8.ToArray(), ((BytesContent)((BufferValue)((FunctionCall)calls[2].Statements[0]).Arguments[0]).Content).Bytes);
    }

    [Fact]
    public void List_ThatNamesAMissingFile_IsRefused()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("list", "f(file(nothing))\n");
        Assert.Equal($"{scratch["nothing"]}: no such file", Assert.Throws<InputException>(() => CallParser.ReadList(path)).Message);
    }
}
