using System.Text;
using Harness.Tests.Kit;
using TestKit;

namespace Harness.Tests.Documentation;

/// <summary>What the documentation shows of the program is what the program prints.</summary>
public sealed class WorkedExampleTests
{
    private const string Prompt = "$ ./harness ";
    private const string Fence = "```";
    private const string AcceptVariable = "HARNESS_ACCEPT";

    /// <summary>Every command of the page, in order, prints what stands below it.</summary>
    [Theory]
    [InlineData("howto-bad-unwind.md")]
    public void EveryCommandOfThePage_PrintsWhatStandsBelowIt(string page)
    {
        var path = Path.Combine(Repository.Root, "docs", page);
        var lines = File.ReadAllLines(path);
        var actual = new StringBuilder();
        var (inBlock, skipping, commands) = (false, false, 0);
        foreach (var line in lines)
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
                (inBlock, skipping) = (!inBlock, false);
            var isCommand = inBlock && line.StartsWith(Prompt, StringComparison.Ordinal);
            if (!skipping || isCommand)
                actual.Append(line).Append('\n');
            if (!isCommand)
                continue;
            commands++;
            skipping = true;
            actual.Append(HarnessProgram.StartIn(Repository.Root, [], line[Prompt.Length..].Split(' ')).Output);
        }

        Assert.True(commands > 0, $"{page} shows no command");
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
            File.WriteAllText(path, actual.ToString());
        else
            Assert.Equal(File.ReadAllText(path), actual.ToString());
    }
}
