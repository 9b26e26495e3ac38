using Harness.Fixtures;
using Harness.Mutation.Decisions;
using Harness.Tests.Kit;
using TestKit;

namespace Harness.Tests.Mutation;

/// <summary>Wrong decisions of the unwinder and the generator make some fixture fail, or it is said why they can't.</summary>
public sealed class DecisionTests
{
    private static readonly HashSet<string> _kinds = [.. DecisionKinds.Names];

    [Fact]
    public void WrongDecisions_AreNoticedOrExplained()
    {
        var results = Run(InterruptMode.None);
        Assert.DoesNotContain(results, result => result.IsUnexplained);
        Assert.Equal(DecisionNotes.Names.Order(), results.Where(result => result.KilledBy is null).Select(result => result.Name).Order());
        Assert.All(DecisionKinds.Names, kind => Assert.True(results.Count(result => result.Kind == kind && result.KilledBy is not null) > 10, kind));
    }

    /// <summary>Which fixture is first depends on which there are: run with --explicit, for the documentation.</summary>
    [Fact(Explicit = true)]
    public void Killers_AreAsApproved()
    {
        var text = new System.Text.StringBuilder();
        DecisionText.Write(text, Run(InterruptMode.None));
        Approved.Verify("mutation/decisions", text.ToString().ReplaceLineEndings("\n"));
    }

    private static IReadOnlyList<DecisionResult> Run(InterruptMode interrupts) =>
        new DecisionMutation(FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null), Verifying.Preparer.Remembering(), interrupts).Run(_kinds, jobs: 2);
}
