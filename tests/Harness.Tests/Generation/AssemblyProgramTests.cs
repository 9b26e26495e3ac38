using System.Security.Cryptography;
using System.Text;
using Harness.Generation.Assembly;
using Harness.Generation.Assembly.Frames;
using Harness.Generation.Assembly.Statements;

namespace Harness.Tests.Generation;

/// <summary>What a seed stands for, and that every production of the grammar occurs.</summary>
public sealed class AssemblyProgramTests
{
    private const int Size = AssemblyFamily.DefaultSize;

    /// <summary>A seed that is quoted in a report must mean the same program tomorrow. Changes of the grammar change these.</summary>
    [Theory]
    [InlineData(1, "d43b4d2829b0baf5")]
    [InlineData(2, "db0622f5d3b84f18")]
    [InlineData(4_000_000_000, "8aff5ca7daa107c6")]
    public void Seed_AlwaysGivesTheSameText(ulong seed, string fingerprint)
    {
        var source = ProgramWriter.Write(seed, Size).Source;
        Assert.Equal(source, ProgramWriter.Write(seed, Size).Source);
        Assert.Equal(fingerprint, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..16]);
    }

    [Fact]
    public void EveryProduction_IsUsed()
    {
        const int Seeds = 30;
        var uses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            foreach (var (name, count) in ProgramWriter.Write(seed, Size).Uses)
                uses[name] = uses.GetValueOrDefault(name) + count;
        }

        string[] all =
        [
            .. FrameShapes.Names.Select(name => $"frame: {name}"), .. Entry.Names, .. Exit.Names,
            .. StatementTable.All.Select(production => production.Name), "end: return", "end: noreturn call",
        ];
        Assert.Equal(all.Order(StringComparer.Ordinal), uses.Keys);
        Assert.All(uses, entry => Assert.True(entry.Value >= 5, $"{entry.Key}: {entry.Value}"));
        Assert.True(all.Length > 50);
    }

    [Fact]
    public void WithRounds_ChangesHowOftenMainCallsAndNothingElse()
    {
        var source = ProgramWriter.Write(7, Size).Source;
        var shorter = ProgramWriter.WithRounds(source, 1);
        var changed = source.Split('\n').Zip(shorter.Split('\n')).Where(pair => pair.First != pair.Second).ToArray();
        Assert.Equal("\tmovl\t$1, %ebp", Assert.Single(changed).Second);
    }
}
