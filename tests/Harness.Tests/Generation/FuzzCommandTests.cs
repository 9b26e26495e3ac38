using Harness.Tests.Kit;

namespace Harness.Tests.Generation;

/// <summary>What the command line takes and refuses.</summary>
[Collection(ConsoleTests.Name)]
public sealed class FuzzCommandTests
{
    [Theory]
    [InlineData("--seed -1", "--seed")]
    [InlineData("--seed x", "--seed")]
    [InlineData("--count 0", "--count 0: expected a number above 0")]
    [InlineData("--minutes nothing", "--minutes nothing: expected a number above 0")]
    [InlineData("--instructions 0", "--instructions 0: expected a number above 0")]
    [InlineData("--size 99999999999", "--size 99999999999: expected a number above 0 and at most 10000")]
    [InlineData("--minutes 1e300", "--minutes 1e300: expected a number above 0 and at most 1000000")]
    [InlineData("--size 0", "--size 0: expected a number above 0")]
    [InlineData("--kind pascal", "--kind pascal: expected assembly or csmith")]
    [InlineData("--compiler tcc", "--compiler tcc: expected gcc or clang, or one of their versions")]
    [InlineData("--interrupts all", "--interrupts all: expected ")]
    [InlineData("--frobnicate", "unknown option '--frobnicate'")]
    public void BadOption_IsOneLineAndExitCode2(string options, string message)
    {
        var result = HarnessProgram.Call(["fuzz", .. options.Split(' ')]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Equal(1, result.Errors.Count(character => character == '\n'));
    }

    [Fact]
    public void UnwritableResults_AreExitCode2()
    {
        using var scratch = new Scratch();
        var result = HarnessProgram.Call("fuzz", "--count", "1", "--json", scratch["no/such/folder.json"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no/such", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutCsmith_SaysWhatToInstall()
    {
        using var scratch = new Scratch();
        var result = HarnessProgram.StartIn(scratch.Root, [("PATH", scratch.Root)], "fuzz", "--kind", "csmith", "--count", "1");
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal("harness: 'csmith' is not on this machine; install the package csmith (apt-get install csmith)\n", result.Errors);
    }

    [Fact]
    public void WithoutCompiler_SaysWhatToInstall()
    {
        _ = Programs.Require("csmith");
        var result = HarnessProgram.Call("fuzz", "--kind", "csmith", "--count", "1", "--compiler", "clang-99");
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal("harness: 'clang-99' is not on this machine; install the package clang-99 (apt-get install clang-99)\n", result.Errors);
    }

    [Fact]
    public void Print_ShowsTheSourceOfASeed()
    {
        var result = HarnessProgram.Call("fuzz", "--seed", "5", "--size", "3", "--print");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.StartsWith("# harness: what generated: seed 5, 3 functions\n# harness: entry=main\n# harness: expect=pass\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, result.Output.Split('\n').Count(line => line.StartsWith("FUNCTION f", StringComparison.Ordinal) && !line.Contains(".cold", StringComparison.Ordinal) && !line.Contains("finish", StringComparison.Ordinal)));
    }
}
