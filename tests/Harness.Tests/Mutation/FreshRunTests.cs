using Harness.Fixtures;
using Harness.Loading;
using Harness.Mutation;
using Harness.Tests.Damage;
using Harness.Tests.Kit;
using Harness.Verification;
using Undwarf;

namespace Harness.Tests.Mutation;

/// <summary>
/// All mutants are judged while the code runs once. What comes out is what a verification of each damaged file comes to:
/// whether it fails, in which mode first, and where.
/// </summary>
public sealed class FreshRunTests
{
    /// <summary>Fixtures of every sort: with frames of each type, tasks, system calls, code that patches itself, hooks, copies, guesses.</summary>
    public static TheoryData<string, int> Fixtures => new()
    {
        { "functions/drap-nested", 19 }, { "functions/stack-swizzle", 11 }, { "functions/recursion", 7 }, { "functions/frame-shapes-chain", 97 },
        { "functions/switch-table", 23 }, { "functions/alternatives", 29 }, { "functions/conditional-call", 13 },
        { "entry/irq-entry", 53 }, { "entry/syscall", 53 }, { "entry/nmi-from-user-dx", 53 }, { "entry/empty-hint", 7 }, { "entry/exception-fixup", 23 },
        { "contexts/two-tasks", 23 }, { "contexts/hooked-return", 13 }, { "contexts/stack-overflow", 13 }, { "contexts/copied-trampoline", 13 },
    };

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Judgement_IsThatOfAFreshRunOfTheDamagedFile(string name, int oneIn)
    {
        var fixture = FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null).Single(candidate => candidate.Name == name);
        var options = new MutationOptions { Interrupts = InterruptMode.Each, JudgesEquivalents = true };
        var judged = new FixtureMutation(Verifying.Preparer, options).Run(fixture)!;
        var table = TableObject.Of(fixture);
        var image = ImageBuilder.Build([table.File], Verifying.Preparer.Runtime().Select(support => support.File));
        var factory = new MutantFactory(image, new InstructionStarts(image));
        var mutants = Enumerable.Range(0, image.Table.Count).Where(image.IsRowOfFixture).SelectMany(factory.Of).ToList();
        Assert.Equal(judged.Mutants.Select(result => (result.Row, result.What)), mutants.Select(mutant => (mutant.Row, mutant.What)));

        using var scratch = new Scratch();
        var (killed, alive) = (0, 0);
        for (var i = 0; i < mutants.Count; i++)
        {
            if (i % oneIn != 0 && !(judged.Mutants[i].Fate == MutantFate.Survived && i % 3 == 0))
                continue;
            AssertJudgedRightly(judged.Mutants[i], table.Save(scratch, table.With(Damaged(table, mutants[i], image))));
            _ = judged.Mutants[i].Kill is null ? alive++ : killed++;
        }

        Assert.True(killed > 5 && alive > 0, $"{killed} killed, {alive} alive");
    }

    private static void AssertJudgedRightly(MutantResult judged, Fixture damaged)
    {
        foreach (var mode in new[] { InterruptMode.None, InterruptMode.Each }.Where(mode => mode <= (judged.Kill?.Interrupts ?? damaged.Header.Interrupts)))
        {
            var report = Verifying.Run(damaged, mode);
            var what = $"{damaged.Name}: {judged.Place}: {judged.Entry}: {judged.What}: {mode}: judged {judged.Fate} {judged.Kill}\n{Verifying.Verdicts(report)}";
            Assert.True(report.WrongPoints > 0 == (judged.Kill?.Interrupts == mode), what);
            if (report.WrongPoints > 0)
                Assert.Equal(VerdictWriter.Place(report.Mismatches[0], report.Image!.Symbols), judged.Kill!.Place);
        }
    }

    private static List<TableRow> Damaged(TableObject table, TableMutant mutant, Image image)
    {
        List<TableRow> rows = [.. table.Rows];
        var row = image.Table.SourceIndexOf(mutant.Row);
        Assert.Equal(image.Table[mutant.Row].Entry, rows[row].Entry);
        if (mutant.Kind == MutantKind.Deleted)
            rows.RemoveAt(row);
        else if (mutant.Kind == MutantKind.Duplicated)
            rows.Insert(row + 1, rows[row] with { Entry = mutant.Entry });
        else
            rows[row] = rows[row].MovedBy(mutant.Shift) with { Entry = mutant.Entry };
        return rows;
    }
}
