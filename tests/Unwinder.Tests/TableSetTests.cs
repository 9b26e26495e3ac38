using System.Buffers.Binary;
using Undwarf;
using Undwarf.Quirks;
using Unwinder.Tables;

namespace Unwinder.Tests;

/// <summary>The image's table, set up once, and those of modules.</summary>
public sealed class TableSetTests
{
    private const ulong Text = 0xffffffff81000000;
    private const ulong Module = 0xffffffffa0000000;

    private static readonly CodeRange _core = new(Text, Text + 0x1000);
    private static readonly CodeRange _init = new(Text + 0x2000, Text + 0x2100);
    private static readonly UndwarfEntry _entry = UndwarfEntry.FunctionEntry;
    private static readonly UndwarfEntry _frame = UndwarfEntry.Caller(UndwarfRegister.Sp, 32);

    private static TableSections Sections(params UndwarfRow[] rows)
    {
        var format = UndwarfV2Format.Extended;
        var ips = new byte[rows.Length * 4];
        var entries = new byte[rows.Length * format.EntrySize];
        for (var i = 0; i < rows.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(ips.AsSpan(4 * i), unchecked((int)(rows[i].Address - Text - (ulong)(4 * i))));
            format.Encode(rows[i].Entry, entries.AsSpan(i * format.EntrySize));
        }

        return new TableSections(format, ips, Text, entries);
    }

    private static TableSet Set(params UndwarfRow[] rows)
    {
        var set = new TableSet();
        Assert.Equal(TableSetStatus.Ready, set.SetUp(Sections(rows), _core, _init));
        return set;
    }

    [Fact]
    public void CoreText_InitText_AndModules_HaveTheirOwnRows_AndNothingElseHasAny()
    {
        var set = Set(new(Text + 0x2010, _frame), new(Text + 0x800, _frame), new(Text, _entry), new(Text + 0x2000, _entry));
        set.AddModule("m", new CodeRange(Module, Module + 0x100), Sections(new(Module + 8, _frame), new(Module, _entry)));
        var lookup = set.Lookup;

        UndwarfEntry? At(ulong ip) => lookup.IndexOf(ip) is >= 0 and var row ? lookup[row] : null;
        Assert.Equal((_entry, _frame), (At(Text), At(Text + 0xfff)));
        Assert.Equal((_entry, _frame), (At(Text + 0x200f), At(Text + 0x20ff)));
        Assert.Equal((_entry, _frame), (At(Module + 7), At(Module + 0xff)));
        // Between _etext and _sinittext, behind _einittext, below and behind the module, and data anywhere.
        foreach (var ip in new[] { Text - 1, Text + 0x1000, Text + 0x2100, Module - 1, Module + 0x100, 0UL, ulong.MaxValue })
            Assert.Null(At(ip));
    }

    [Fact]
    public void BeforeSetUp_EveryLookupFails_AndNoUnwindStarts()
    {
        var lookup = new TableSet().Lookup;
        Assert.False(lookup.IsReady);
        Assert.Equal(-1, lookup.IndexOf(Text));

        var stacks = new FakeStacks().Add(Stacks.StackKind.Task, 0x1000, Text, 0);
        Assert.Equal(UnwindOutcome.NoTables, new UndwarfUnwinder<TableSetLookup, FakeStacks>(lookup, stacks).Start(new(Text, 0x1000, 0, default), out _));
        // As in 2017: one frame, and it looks complete.
        var old = new UndwarfUnwinder<TableSetLookup, FakeStacks>(lookup, stacks, QuirkSet.PartialSaveBeforeInit | QuirkSet.NoRowForGeneratedCode | QuirkSet.BlindSpotCalledEnd);
        Assert.Equal(UnwindOutcome.Caller, old.Start(new(Text, 0x1000, 0, default), out var state));
        Assert.Equal(UnwindOutcome.EndOfStack, old.Next(ref state));
    }

    public static TheoryData<int, int> BadSizes => new() { { 0, 0 }, { 4, 0 }, { 0, 8 }, { 6, 8 }, { 4, 12 }, { 8, 8 }, { 4, 16 } };

    [Theory]
    [MemberData(nameof(BadSizes))]
    public void TableOfBadSize_IsRefused(int ips, int entries)
    {
        var set = new TableSet();
        Assert.Equal(TableSetStatus.BadOrMissing, set.SetUp(new TableSections(UndwarfV2Format.Extended, new byte[ips], Text, new byte[entries]), _core, _init));
        Assert.Equal("Bad or missing undwarf table. Disabling unwinder.", set.Message);
        Assert.False(set.Lookup.IsReady);
    }

    [Fact]
    public void TableThatDoesNotCoverTheText_IsRefusedAsCorrupt()
    {
        var set = new TableSet();
        Assert.Equal(TableSetStatus.Corrupt, set.SetUp(Sections(new UndwarfRow(Text + 1, _entry)), _core, _init));
        Assert.Equal("Corrupt undwarf table. Disabling unwinder.", set.Message);
        Assert.Equal(-1, set.Lookup.IndexOf(Text + 5));
    }

    [Theory]
    [InlineData(6, 8)]
    [InlineData(4, 16)]
    [InlineData(8, 8)]
    public void ModuleTableOfBadSize_IsRefused(int ips, int entries)
    {
        var set = Set(new UndwarfRow(Text, _entry));
        Assert.Throws<UndwarfFormatException>(() => set.AddModule("m", new CodeRange(Module, Module + 1), new TableSections(UndwarfV2Format.Extended, new byte[ips], Text, new byte[entries])));
        Assert.Equal(-1, set.Lookup.IndexOf(Module));
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(4, 0)]
    public void ModuleWithoutBothSections_IsNotRegistered(int ips, int entries)
    {
        var set = Set(new UndwarfRow(Text, _entry));
        set.AddModule("m", new CodeRange(Module, Module + 0x100), new TableSections(UndwarfV2Format.Extended, new byte[ips], Text, new byte[entries]));
        Assert.False(set.RemoveModule("m"));
    }

    [Fact]
    public void ModuleInTheWayOfAnother_IsRefused()
    {
        var set = Set(new UndwarfRow(Text, _entry));
        set.AddModule("a", new CodeRange(Module, Module + 0x100), Sections(new UndwarfRow(Module, _entry)));
        Assert.Throws<UndwarfFormatException>(() => set.AddModule("b", new CodeRange(Module + 0xff, Module + 0x200), Sections(new UndwarfRow(Module + 0xff, _entry))));
        set.AddModule("c", new CodeRange(Module + 0x100, Module + 0x200), Sections(new UndwarfRow(Module + 0x100, _frame)));
        Assert.Equal(_frame, set.Lookup[set.Lookup.IndexOf(Module + 0x100)]);
    }

    /// <summary>Modules come and go; an unwind under way keeps what it began with.</summary>
    [Fact]
    public void ModuleThatGoes_HasNoRowsAnyMore_ButAnUnwindUnderWayKeepsThem()
    {
        var set = Set(new UndwarfRow(Text, _entry));
        for (var i = 0UL; i < 5; i++)
            set.AddModule($"m{i}", new CodeRange(Module + (i * 0x100), Module + (i * 0x100) + 0x100), Sections(new(Module + (i * 0x100), _entry), new(Module + (i * 0x100) + 8, _frame)));
        var before = set.Lookup;
        Assert.True(set.RemoveModule("m2"));
        Assert.False(set.RemoveModule("m2"));
        var after = set.Lookup;
        set.AddModule("again", new CodeRange(Module + 0x200, Module + 0x300), Sections(new UndwarfRow(Module + 0x200, _frame)));

        Assert.Equal(_frame, before[before.IndexOf(Module + 0x208)]);
        Assert.Equal(-1, after.IndexOf(Module + 0x208));
        foreach (var ip in new[] { Module + 8, Module + 0x108, Module + 0x308, Module + 0x408 })
            Assert.Equal((_frame, _frame), (before[before.IndexOf(ip)], after[after.IndexOf(ip)]));
        Assert.Equal(_frame, set.Lookup[set.Lookup.IndexOf(Module + 0x200)]);
        Assert.Equal(_entry, set.Lookup[set.Lookup.IndexOf(Module + 0x300)]);
    }

    [Fact]
    public async System.Threading.Tasks.Task ModulesThatComeAndGo_WhileOthersLookUp_AreSeenWholeOrNotAtAll()
    {
        var set = Set(new UndwarfRow(Text, _entry));
        var sections = Sections(new(Module, _entry), new(Module + 8, _frame));
        var changes = System.Threading.Tasks.Task.Run(() =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                set.AddModule("m", new CodeRange(Module, Module + 0x100), sections);
                set.RemoveModule("m");
            }
        }, TestContext.Current.CancellationToken);
        var seen = 0;
        while (!changes.IsCompleted || seen == 0)
        {
            var lookup = set.Lookup;
            if (lookup.IndexOf(Module + 9) is >= 0 and var row)
                Assert.Equal(_frame, lookup[row]);
            seen++;
        }

        await changes;
    }

    /// <summary>Weak terminators give way to any other row at their address, whatever the order they come in.</summary>
    [Theory]
    [InlineData(QuirkSet.None)]
    [InlineData(QuirkSet.SortComparator)]
    public void WeakTerminators_ComeFirst_InEveryOrder(QuirkSet quirks)
    {
        UndwarfRow[] rows = [new(Text, default), new(Text, default), new(Text, _frame), new(Text - 8, _entry), new(Text + 8, default)];
        var wrong = 0;
        foreach (var order in Permutations(rows.Length))
        {
            var table = UndwarfTable.FromRows([.. order.Select(i => rows[i])], quirks);
            wrong += table.TryFind(Text, out var found) && found == _frame ? 0 : 1;
        }

        // The old comparison is no order, but with one real row among weak ones the kernel's heap sort still comes out right:
        // what it breaks is what other sorts do.
        Assert.Equal(0, wrong);
    }

    private static IEnumerable<int[]> Permutations(int count)
    {
        if (count == 0)
            return [[]];
        return Permutations(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));
    }

    /// <summary>In place: both sections move, and each address is corrected by how far it moved.</summary>
    [Theory]
    [InlineData(QuirkSet.None)]
    [InlineData(QuirkSet.SortComparator)]
    public void SectionsSortedInPlace_HoldTheSameRows_InOrder(QuirkSet quirks)
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 40))
                .Select(i => new UndwarfRow(Text + (ulong)random.Next(32), random.Next(3) == 0 ? default : UndwarfEntry.Caller(UndwarfRegister.Sp, (short)(8 * i)))).ToArray();
            var sections = Sections(rows);
            var (ips, entries) = (sections.Ips.ToArray(), sections.Entries.ToArray());
            SectionSorter.Sort(sections.Format, ips, entries, quirks);

            var sorted = UndwarfTable.ReadRows(sections.Format, ips, Text, entries);
            Assert.Equal(rows.Select(row => row.Address).Order(), sorted.Select(row => row.Address));
            Assert.Equal(rows.Select(row => row.ToString()).Order(), sorted.Select(row => row.ToString()).Order());
            for (var i = 1; i < sorted.Length && quirks == QuirkSet.None; i++)
                Assert.False(sorted[i].Address == sorted[i - 1].Address && sorted[i].Entry.IsWeak && !sorted[i - 1].Entry.IsWeak);
        }
    }
}
