using System.Text;
using Elf;
using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Harness.Verification;
using TestKit;

namespace Harness.Tests.Damage;

/// <summary>
/// Every row that a fixture executes, every field of it changed: verification fails, or a second reading of the
/// table proves that nothing in this run can tell. What can't be told is listed, with the reason, in an approved file.
/// </summary>
public sealed class EveryFieldTests
{
    public static TheoryData<string> Fixtures =>
    [
        "functions/leaf", "functions/push-pop", "functions/frame-pointer", "functions/drap-r10", "functions/drap-r13", "functions/stack-swizzle",
        "functions/restore-by-mov", "functions/noreturn-call-last", "functions/realign-rbp", "functions/clang-epilogue",
        "entry/irq-entry", "entry/exception-from-user", "entry/nmi-from-user-dx",
        "entry/save-restore-hints", "entry/syscall", "entry/empty-hint",
    ];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void ChangedField_IsCaughtUnlessNothingCanTell(string name)
    {
        var source = Source.Named(name);
        var table = TableObject.Of(source);
        using var scratch = new Scratch();
        var judged = Judge(table, [.. ExecutedRows(table, scratch).SelectMany(row => RowDamage.EachFieldOf(table, row))]);

        var harmless = new StringBuilder();
        var misjudged = new StringBuilder();
        foreach (var candidate in judged)
        {
            var line = $"{table.Describe(table.Rows[candidate.Damage.Row])}: {candidate.Damage.What}: ";
            var damaged = table.Save(scratch, table.With(candidate.Damage.Rows));
            var report = Verifying.Run(damaged);
            if (report.Passed != candidate.IsHarmless)
                misjudged.Append(line).Append(report.Passed ? "passed, although a frame is wrong\n" : Verifying.Verdicts(report));
            if (!candidate.IsHarmless || candidate.IsUnread)
                continue;
            harmless.Append($"{line}{candidate.Reason}\n");
            if (candidate.NeedsInterrupt && Verifying.Run(damaged, InterruptMode.Each).Passed)
                misjudged.Append(line).Append("passed with interrupts too\n");
        }

        Assert.True(misjudged.Length == 0, misjudged.ToString());
        var unread = judged.Count(candidate => candidate.IsHarmless && candidate.IsUnread);
        Approved.Verify($"damage/{name}", $"{judged.Count} damages, {unread} of them to what no unwinder reads. Of the others, not caught:\n{harmless}");
    }

    private static List<int> ExecutedRows(TableObject table, Scratch scratch)
    {
        var report = Verifying.Run(table.Save(scratch, table.With(table.Rows)));
        Verifying.AssertPassed(report);
        var unused = report.UnusedRows.Select(report.Image!.Table.SourceIndexOf).ToHashSet();
        return [.. Enumerable.Range(0, table.Rows.Count).Where(row => !unused.Contains(row) && !table.Rows[row].Entry.IsWeak)];
    }

    private static List<JudgedTable> Judge(TableObject table, IReadOnlyList<RowDamage> damages)
    {
        var runtime = Verifying.Preparer.Runtime();
        var image = ImageOf(table, table.Rows);
        using var context = new GuestContext(image, table.Header);
        context.SetEntry(table.Header.Entry);
        var judged = damages.Select(damage => new JudgedTable(damage, ImageOf(table, damage.Rows).Table)).ToList();
        var shadow = new ShadowStack();
        var blindSpots = new BlindSpots(image, runtime.Select(support => support.Header).Prepend(table.Header));
        var judge = new TableJudge(context, table.Header, shadow, blindSpots, judged);
        var run = new GuestRun(context, table.Header, HeaderPolicy.Of(table.Header, image), judge, shadow);
        context.Machine.Run(run, context.Root, new RunLimits(1_000_000));
        Assert.Null(run.Finding);
        return judged;
    }

    private static Image ImageOf(TableObject table, IReadOnlyList<TableRow> rows) => ImageBuilder.Build(
        [ElfFile.Read(table.With(rows), table.File.Name)], Verifying.Preparer.Runtime().Select(support => support.File));
}
