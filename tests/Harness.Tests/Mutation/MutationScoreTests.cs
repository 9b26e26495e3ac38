using Harness.Fixtures;
using Harness.Mutation;
using Harness.Tests.Kit;
using TestKit;

namespace Harness.Tests.Mutation;

/// <summary>
/// Every damage to every row of every hand-written fixture, with an interrupt at each instruction. What is proved to be no
/// damage runs too.
/// </summary>
public sealed class MutationScoreTests
{
    private static readonly string[] _groups = ["bugs", "contexts", "entry", "functions"];

    private static readonly Lazy<IReadOnlyList<FixtureMutants>> _all = new(() => Run(InterruptMode.Each));

    private static readonly Fixture[] _handWritten = [.. FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null).Where(fixture => _groups.Contains(fixture.Group))];

    private static IReadOnlyList<FixtureMutants> Run(InterruptMode interrupts) => MutationBatch.Run(
        _handWritten,
        new FixtureMutation(Verifying.Preparer, new MutationOptions { Interrupts = interrupts, JudgesEquivalents = true }), jobs: 2);

    [Fact]
    public void OfAThousandDamages_FiveAtMostGoUnnoticed_AndThoseAreExplained()
    {
        var unexplained = _all.Value.SelectMany(fixture => fixture.Mutants.Where(mutant => mutant.IsUnexplained).Select(mutant => $"{fixture.Name}: {mutant.Place}: {mutant.What}"));
        Assert.Empty(unexplained);
        Assert.Empty(_all.Value.SelectMany(fixture => fixture.Problems));
        foreach (var group in _groups)
        {
            var tally = MutationTally.Of([.. _all.Value.Where(fixture => fixture.Name.StartsWith($"{group}/", StringComparison.Ordinal)).SelectMany(fixture => fixture.Mutants)]);
            Assert.InRange(tally.Score, 0.995, 1);
            Assert.True(tally.Killed > 4000, $"{group}: only {tally.Killed} killed");
        }
    }

    /// <summary>A proof that is wrong shows as soon as one execution tells the two tables apart.</summary>
    [Fact]
    public void WhatIsProvedToBeNoDamage_IsNeverNoticed()
    {
        var proved = _all.Value.SelectMany(fixture => fixture.Mutants.Where(mutant => mutant.Reason.Length > 0 && mutant.Fate is MutantFate.Killed or MutantFate.Equivalent).Select(mutant => (fixture.Name, Mutant: mutant))).ToList();
        Assert.DoesNotContain(proved, proof => proof.Mutant.Fate == MutantFate.Killed);
        Assert.Equal(4, proved.Select(proof => proof.Mutant.Reason).Distinct().Count());
    }

    /// <summary>With interrupts inside interrupts too. Each new fixture changes the numbers, so they are brought up to date with the documentation: run with --explicit only.</summary>
    [Fact(Explicit = true)]
    public void Scores_AreAsApproved() =>
        Approved.Verify("mutation/rows", MutationText.Write(Run(InterruptMode.Nested), [], listSurvivors: true).ReplaceLineEndings("\n"));

    /// <summary>The same for the code that fixtures run on.</summary>
    [Theory(Explicit = true)]
    [InlineData("2017")]
    [InlineData("6.x")]
    public void ScoresOfEntryCode_AreAsApproved(string entry)
    {
        var mutation = new RuntimeMutation(Verifying.Preparer.With(EntryCodes.Parse(entry)!.Value).Remembering(), new MutationOptions());
        var result = mutation.Run(_handWritten)!;
        Assert.True(result.Passed);
        Approved.Verify($"mutation/runtime-{entry}", MutationText.Write([result], [], listSurvivors: true).ReplaceLineEndings("\n"));
    }

    /// <summary>The code that fixtures run on is damaged like any other; in one fixture without interrupts most of it is not executed.</summary>
    [Fact]
    public void EntryCode_IsDamagedToo()
    {
        var mutation = new RuntimeMutation(Verifying.Preparer, new MutationOptions { Interrupts = InterruptMode.None });
        var result = mutation.Run([Source.Named("entry/exception-from-user"), Source.Named("functions/leaf")])!;
        Assert.Equal("runtime/2017", result.Name);
        Assert.False(result.Passed);
        Assert.True(result.Tally is { Killed: > 20, NeverExecuted: > 1000 }, result.Tally.ToString());
        Assert.Contains(result.Mutants, mutant => mutant is { Place: "__harness_root+0x0", Kind: "end", Fate: MutantFate.Killed });
    }
}
