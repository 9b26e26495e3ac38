using Harness.Tests.Kit;
using TestKit;

namespace Harness.Tests.Bugs;

/// <summary>A point of one's own file, and the chain that should come out there.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ReproPointTests
{
    [Theory]
    [InlineData("callee-hint.s", "callee+0x4 <- main <- ...", 0, "as expected")]
    [InlineData("callee-hint.s", "callee <- main+0xe <- __harness_root", 0, "as expected")]
    [InlineData("callee-hint.s", "callee <- main", 1, "not as expected: callee+0x4 <- main+0xe <- __harness_root+0x2")]
    [InlineData("callee-hint.s", "callee <- main+0xf <- ...", 1, "not as expected: callee+0x4 <- main+0xe <- __harness_root+0x2")]
    [InlineData("callee.s", "callee <- main <- ...", 1, "not as expected: callee+0x4 <- 0x5e6000000000003")]
    public void ChainAtThePoint_IsComparedWithTheExpectedOne(string file, string chain, int exitCode, string verdict)
    {
        var result = HarnessProgram.Call("repro", Example(file), "--at", "callee+0x4", "--expect", chain);
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Errors));
        Assert.Equal(verdict, result.Output.TrimEnd().Split('\n')[^1]);
    }

    [Theory]
    [InlineData("callee-hint.s", 0, "right")]
    [InlineData("callee.s", 1, "WRONG: the caller of frame 0")]
    public void WithoutAnExpectation_TheTrueChainDecides(string file, int exitCode, string verdict)
    {
        var result = HarnessProgram.Call("repro", Example(file), "--at", "callee+0x4");
        Assert.Equal(exitCode, result.ExitCode);
        Assert.EndsWith($"{verdict}\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--expect '': expected names separated by '<-', such as 'leaf <- main+0xe <- ...'")]
    [InlineData("callee <- ", "--expect 'callee <- ': expected names")]
    [InlineData("callee main", "--expect 'callee main': expected names")]
    public void ExpectationThatCannotBeRead_IsOneLine(string chain, string message)
    {
        var result = HarnessProgram.Call("repro", Example("callee.s"), "--at", "callee+0x4", "--expect", chain);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"harness: {message}", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownPlace_IsOneLine()
    {
        var result = HarnessProgram.Call("repro", Example("callee.s"), "--at", "nowhere+0x4");
        Assert.Equal((2, "harness: nowhere+0x4: there is no code symbol 'nowhere'\n"), (result.ExitCode, result.Errors));
    }

    private static string Example(string file) => Path.Combine(Repository.Root, "docs", "examples", file);
}
