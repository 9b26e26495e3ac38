using Elf;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Harness.Verification;
using Undwarf;
using Unwinder;

namespace Harness.Tests.Damage;

/// <summary>Tables that are odd as a whole, not in the fields of a row.</summary>
public sealed class WholeTableTests
{
    private static readonly Dictionary<string, Func<TableObject, IEnumerable<TableRow>>> _equivalents = new()
    {
        ["as generated"] = table => table.Rows,
        ["in reverse order"] = table => Enumerable.Reverse(table.Rows),
        ["shuffled"] = table => table.Rows.OrderBy(row => row.Place.Addend % 7).ThenByDescending(row => row.Place.Addend),
        ["every row twice"] = table => table.Rows.SelectMany(row => new[] { row, row }),
        ["without terminators"] = table => table.Rows.Where(row => !row.Entry.IsWeak),
        ["a terminator at every row"] = table => table.Rows.SelectMany(row => new[] { row, row with { Entry = UndwarfEntry.Undefined } }),
        ["terminators before all rows"] = table => table.Rows.Select(row => row with { Entry = UndwarfEntry.Undefined }).Concat(table.Rows),
        ["a row at every instruction"] = EachInstructionWithItsRow,
    };

    public static TheoryData<string, string> Equivalents
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var fixture in new[] { "functions/push-pop", "functions/drap-nested", "functions/cold-part", "entry/irq-entry", "compiled/gcc-Os/frames" })
            {
                foreach (var what in _equivalents.Keys)
                    cases.Add(fixture, what);
            }

            return cases;
        }
    }

    /// <summary>The linker puts the tables of object files behind one another; only sorting makes them one.</summary>
    [Theory]
    [MemberData(nameof(Equivalents))]
    public void OrderAndRepetitionOfRows_ChangeNothing(string fixture, string what)
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named(fixture));
        var expected = Verifying.Run(table.Save(scratch, table.With(table.Rows)));
        var report = Verifying.Run(table.Save(scratch, table.With([.. _equivalents[what](table)])));

        Verifying.AssertPassed(report);
        Assert.Equal(
            (expected.Counters.Points, expected.Counters.Frames, expected.Counters.BlindPoints),
            (report.Counters.Points, report.Counters.Frames, report.Counters.BlindPoints));
    }

    [Fact]
    public void OfTwoRowsAtOnePlace_TheLaterHolds()
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named("functions/leaf"));
        var wrong = table.Rows[0] with { Entry = table.Rows[0].Entry with { CfaOffset = 24 } };
        Verifying.AssertPassed(Verifying.Run(table.Save(scratch, table.With([wrong, .. table.Rows]))));
        Assert.False(Verifying.Run(table.Save(scratch, table.With([.. table.Rows, wrong]))).Passed);
    }

    [Theory]
    [InlineData("no rows", "no row covers the address")]
    [InlineData("no table", "no row covers the address")]
    [InlineData("terminators only", "undefined row")]
    public void TableThatCoversNothing_FailsAtEveryPoint(string what, string reason)
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named("functions/leaf"));
        var file = what switch
        {
            "no rows" => table.With([]),
            "no table" => WithoutTable(table),
            _ => table.With([.. table.Rows.Select(row => row with { Entry = UndwarfEntry.Undefined })]),
        };
        var report = what == "no table"
            ? ManualRun.Verify(Source.Named("functions/leaf"), [ElfFile.Read(file, "leaf.o")], [.. Verifying.Preparer.Runtime().Select(support => support.File)])
            : Verifying.Run(table.Save(scratch, file));

        // All but the root's two instructions, whose rows are not the fixture's.
        Assert.Equal((16, 2, 14), ((int)report.Counters.Instructions, (int)report.Counters.Points, (int)report.WrongPoints));
        Assert.All(report.Mismatches, mismatch => Assert.Equal(reason, mismatch.Chain.Outcome.Describe()));
        Assert.All(report.Mismatches, mismatch => Assert.Equal(0, mismatch.Chain.FirstWrong));
    }

    /// <summary>The row of one function's end must not cover what the linker puts behind it.</summary>
    [Fact]
    public void MissingTerminator_LetsTheLastRowRunOn()
    {
        using var scratch = new Scratch();
        var caller = TableObject.Of(Source.Assembly(scratch, "result=3", """
            FUNCTION main
                pushq   %rbx
                call    other
                popq    %rbx
                ret
            END_FUNCTION main
            """, "caller.s"));
        var other = TableObject.Of(Source.Assembly(scratch, "", """
            FUNCTION other
                movl    $3, %eax
                ret
            END_FUNCTION other
            """, "other.s"));
        var headless = other.With([.. other.Rows.Where(row => row.Entry.IsWeak)]);

        Assert.Equal(UnwindOutcome.UndefinedRow, FirstOutcome(caller.With(caller.Rows)));
        Assert.Equal(UnwindOutcome.Caller, FirstOutcome(caller.With([.. caller.Rows.Where(row => !row.Entry.IsWeak)])));

        UnwindOutcome FirstOutcome(byte[] callerFile)
        {
            var image = ImageBuilder.Build(
                [ElfFile.Read(callerFile, "caller.o"), ElfFile.Read(headless, "other.o")], Verifying.Preparer.Runtime().Select(support => support.File));
            var entry = image.Table[image.Lookup.IndexOf(image.Require("other"))].Entry;
            return entry.IsDefined ? UnwindOutcome.Caller : UnwindOutcome.UndefinedRow;
        }
    }

    public static TheoryData<string, string, ulong> BlindRows => new()
    {
        { "functions/push-pop", "six_registers", 0x1a },
        { "functions/leaf", "leaf", 0 },
        { "entry/empty-hint", "hooked", 0 },
        { "entry/syscall", "syscall_dispatch", 0x1d },
        { "entry/irq-entry", "vector_irq", 0x25 },
    };

    /// <summary>The hint says that code is blind; the table, which is on trial, can't say so for itself.</summary>
    [Theory]
    [MemberData(nameof(BlindRows))]
    public void RowGoneBlind_IsWrongOutsideTheHeadersSymbols(string fixture, string symbol, ulong offset)
    {
        using var scratch = new Scratch();
        var source = Source.Named(fixture);
        var table = TableObject.Of(source);
        var blind = table.Save(scratch, table.With(table.IndexOf(symbol, offset), UndwarfEntry.Blind));

        var report = Verifying.Run(blind);
        Assert.NotEmpty(report.Mismatches);
        Assert.All(report.Mismatches, mismatch => Assert.Equal(UnwindOutcome.BlindRow, mismatch.Chain.Outcome));

        var allowed = Verifying.Run(blind with { Header = source.Header with { Blind = [.. source.Header.Blind!, CodePlace.Parse(symbol)] } });
        Verifying.AssertPassed(allowed);
        Assert.True(allowed.Counters.BlindPoints >= report.WrongPoints);
        Assert.True(allowed.Counters.Points < Verifying.Run(source).Counters.Points);
    }

    /// <summary>Another name for the same blunder: an undefined row is never a declared blind spot.</summary>
    [Fact]
    public void UndefinedRow_IsWrongWhereBlindSpotsAreDeclared()
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named("entry/empty-hint"));
        var report = Verifying.Run(table.Save(scratch, table.With(table.IndexOf("return_hook"), UndwarfEntry.Undefined)));
        Assert.All(report.Mismatches, mismatch => Assert.Equal(UnwindOutcome.UndefinedRow, mismatch.Chain.Outcome));
        Assert.Equal(6, report.WrongPoints);
    }

    /// <summary>The half of an NMI stub that serves interrupted kernel code, in a fixture whose own NMI comes from user mode.</summary>
    [Fact]
    public void RowsOfInterruptEntryCode_AreOnlyWrongWhenInterruptsCome()
    {
        using var scratch = new Scratch();
        var source = Source.Named("entry/nmi-from-user-dx");
        var table = TableObject.Of(source);
        var rows = UnusedRows(source, InterruptMode.None).Except(UnusedRows(source, InterruptMode.Each)).ToList();
        Assert.True(rows.Count > 10);
        foreach (var row in rows)
        {
            var entry = table.Rows[row].Entry;
            var damaged = table.Save(scratch, table.With(row, entry with { CfaOffset = (short)(entry.CfaOffset + 8) }));
            Verifying.AssertPassed(Verifying.Run(damaged));
            var report = Verifying.Run(damaged, InterruptMode.Each);
            Assert.True(report.WrongPoints > 0, table.Describe(table.Rows[row]));
            Assert.All(report.Mismatches, mismatch => Assert.Equal(InterruptKind.Nmi, Assert.Single(mismatch.Interrupts).Kind));
        }
    }

    private static IEnumerable<int> UnusedRows(Fixture fixture, InterruptMode interrupts)
    {
        var report = Verifying.Run(fixture, interrupts);
        return report.UnusedRows.Select(report.Image!.Table.SourceIndexOf);
    }

    private static byte[] WithoutTable(TableObject table)
    {
        Programs.Require("objcopy");
        using var scratch = new Scratch();
        var file = scratch.Write("leaf.o", table.With(table.Rows));
        Programs.Run("objcopy", "--remove-section=.undwarf", "--remove-section=.undwarf_ip", file);
        return File.ReadAllBytes(file);
    }

    private static IEnumerable<TableRow> EachInstructionWithItsRow(TableObject table)
    {
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var (section, offset) = table.PlaceOf(table.Rows[i]);
            var end = i + 1 < table.Rows.Count && table.PlaceOf(table.Rows[i + 1]) is var next && next.Section == section ? next.Offset : offset + 1;
            foreach (var start in table.InstructionStarts(table.Rows[i]).Where(start => start >= offset && start < end))
                yield return table.Rows[i].MovedBy((long)(start - offset));
        }
    }
}
