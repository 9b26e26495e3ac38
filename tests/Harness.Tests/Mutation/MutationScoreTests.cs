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

    private static IReadOnlyList<FixtureMutants> Run(InterruptMode interrupts) => MutationBatch.Run(
        [.. FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null).Where(fixture => _groups.Contains(fixture.Group))],
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
}
