using Elf;
using Harness.Fixtures;
using Harness.Tests.Kit;
using Harness.Verification;
using TestKit;
using Undwarf;

namespace Harness.Tests.Damage;

/// <summary>What a reader is told of a wrong row: one approved text for each kind of verdict.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("wrong-ip", "functions/leaf", "leaf", 0x4, "cfa offset + 8", "none")]
    [InlineData("wrong-bp", "functions/frame-pointer", "outer", 0x4, "bp offset + 8", "none")]
    [InlineData("wrong-row-in-outer-frame", "functions/mutual-recursion", "pong", 0x4, "bp base Undefined", "none")]
    [InlineData("looked-up-as-interrupted", "functions/leaf", "leaf", 0x0, "signal bits", "none")]
    [InlineData("looked-up-as-return-address", "entry/irq-entry", "vector_irq", 0x1a, "signal bits", "none")]
    [InlineData("no-row", "functions/leaf", "leaf", 0x0, "missing", "none")]
    [InlineData("undefined-row", "functions/push-pop", "six_registers", 0xb, "cfa base Undefined", "none")]
    [InlineData("wild-ip", "functions/drap-r10", "pop_r10", 0x16, "cfa base R10", "none")]
    [InlineData("unreadable-return-address", "functions/frame-pointer", "outer", 0x4, "cfa base R13", "none")]
    [InlineData("unreadable-cfa", "functions/leaf", "leaf", 0x4, "cfa base BpIndirect", "none")]
    [InlineData("unreadable-bp", "functions/leaf", "leaf", 0x4, "bp base Bp", "none")]
    [InlineData("unknown-cfa-base", "functions/leaf", "leaf", 0x4, "cfa base 1", "none")]
    [InlineData("unknown-bp-base", "functions/leaf", "leaf", 0x4, "bp base 5", "none")]
    [InlineData("wrong-direction", "functions/leaf", "leaf", 0x4, "cfa offset - 8", "none")]
    [InlineData("wrong-type", "entry/irq-entry", "vector_irq", 0x1a, "type Iret", "none")]
    [InlineData("unknown-type", "functions/leave", "locals", 0x4, "type 3", "none")]
    [InlineData("user-mode", "entry/exception-from-user", "vector_breakpoint", 0x2, "cfa offset + 8", "none")]
    [InlineData("moved-row", "functions/push-pop", "six_registers", 0x5, "begins an instruction later", "none")]
    [InlineData("in-nmi", "entry/nmi-ist", "vector_nmi", 0x0, "cfa offset - 8", "each")]
    [InlineData("in-irq", "entry/irq-entry", "handle_irq", 0x4, "cfa offset + 8", "each")]
    [InlineData("in-nmi-in-irq", "functions/drap-r10", "pop_r10", 0x15, "cfa base R13", "nested")]
    public void OneDamagedRow_IsExplained(string kind, string fixture, string symbol, ulong offset, string what, string interrupts)
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named(fixture));
        var damage = RowDamage.Of(table, symbol, offset, what);
        var report = Verifying.Run(table.Save(scratch, table.With(damage.Rows)), Verifying.Mode(interrupts));
        Approve(kind, $"{fixture} {table.Describe(table.Rows[damage.Row])}: {what}", report, scratch);
    }

    /// <summary>In a recursion the frame above has the same return address: only the stack pointer tells it from the right one.</summary>
    [Fact]
    public void SkippedFrameOfARecursion_IsToldByItsStackPointer()
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named("functions/recursion"));
        var row = table.IndexOf("sum_to", 0x2d);
        var entry = table.Rows[row].Entry;
        var report = Verifying.Run(table.Save(scratch, table.With(row, entry with { CfaOffset = (short)(entry.CfaOffset + 48) })));
        Approve("wrong-sp", $"functions/recursion {table.Describe(table.Rows[row])}: cfa offset + 48", report, scratch);
    }

    /// <summary>r13 holds the cfa all through the function, but a callee may change it: in an outer frame it is not known.</summary>
    [Fact]
    public void CfaRegisterOfAnOuterFrame_IsMissing()
    {
        using var scratch = new Scratch();
        var table = TableObject.Of(Source.Named("functions/drap-r13"));
        var row = table.IndexOf("mov_and_leave", 0x19);
        var entry = table.Rows[row].Entry;
        var report = Verifying.Run(table.Save(scratch, table.With(row, entry with { CfaRegister = UndwarfRegister.R13, CfaOffset = 0 })));
        Approve("missing-registers", $"functions/drap-r13 {table.Describe(table.Rows[row])}: cfa r13+0", report, scratch);
    }

    /// <summary>The outermost frame is in code that all fixtures run on, so no fixture's table can get it wrong.</summary>
    [Theory]
    [InlineData("no-end", "undefined")]
    [InlineData("beyond-the-end", "as if called")]
    public void OutermostFrame_MustBeTheEnd(string kind, string what)
    {
        var (leaf, runtime) = (Source.Named("functions/leaf"), new List<ElfFile>());
        foreach (var path in RepositoryFolders.RuntimeSources(EntryCode.Linux2017))
        {
            var support = TableObject.Of(FixtureDiscovery.Read(path));
            var entry = what == "undefined" ? UndwarfEntry.Undefined : UndwarfEntry.FunctionEntry;
            runtime.Add(support.IndexOf("__harness_root") is >= 0 and var row
                ? ElfFile.Read(support.With(row, entry), "runtime.o")
                : support.File);
        }

        var report = ManualRun.Verify(leaf, [TableObject.Of(leaf).File], runtime);
        Approve(kind, $"functions/leaf, and the row of __harness_root {what}", report, scratch: null);
    }

    /// <summary>The table is right here and the header is not: it does not say that the stub copies the hardware's frame.</summary>
    [Fact]
    public void CopiedFrame_IsWrongUnlessTheHeaderSaysSo()
    {
        var source = Source.Named("entry/nmi-from-user-dx");
        var report = Verifying.Run(source with { Header = source.Header with { CopiesFrames = false } });
        Approve("wrong-slot", "entry/nmi-from-user-dx without frames=copied", report, scratch: null);
    }

    [Fact]
    public void ChangedRegisters_AreWrongUnlessTheHeaderSaysSo()
    {
        var source = Source.Named("entry/exception-no-error-code");
        var report = Verifying.Run(source with { Header = source.Header with { Edits = RegisterEdits.Parse("ip") } });
        Approve("wrong-registers", "entry/exception-no-error-code with edits=ip instead of edits=ip,ax", report, scratch: null);
    }

    [Fact]
    public void StackPointerOnNoStack_IsWrongUnlessTheHeaderSaysSo()
    {
        var source = Source.Named("entry/syscall");
        var report = Verifying.Run(source with { Header = source.Header with { Blind = [CodePlace.Parse("syscall_fast_exit")] } });
        Approve("no-start", "entry/syscall without blind=vector_syscall", report, scratch: null);
    }

    /// <summary>The first verdict in full, and how many there are.</summary>
    private static void Approve(string kind, string what, FixtureReport report, Scratch? scratch)
    {
        const int LinesOfOne = 5;
        Assert.False(report.Passed);
        var lines = Verifying.Verdicts(report).Replace(scratch?.Root ?? Repository.Root, "", StringComparison.Ordinal).Split('\n');
        Assert.Equal(report.WrongPoints > 0, lines[0].Contains(": at ", StringComparison.Ordinal));
        Approved.Verify($"verdict/{kind}", $"{what}\n\n{string.Join('\n', lines.Take(LinesOfOne))}\n\n{report.WrongPoints} wrong points\n");
    }
}
