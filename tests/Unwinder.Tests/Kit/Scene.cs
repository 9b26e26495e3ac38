using Undwarf;
using Undwarf.Quirks;
using Unwinder.Lookup;
using Unwinder.Runtime;
using Unwinder.Stacks;

namespace Unwinder.Tests.Kit;

/// <summary>Rows over stacks, and the unwinds of them.</summary>
internal sealed class Scene
{
    public const ulong Text = 0xffffffff81000000;
    public const ulong TaskStack = 0xffffc90000000000;
    public const ulong IrqStack = 0xffffc90000100000;
    public const ulong NmiStack = 0xffffc90000200000;

    private readonly List<UndwarfRow> _rows = [];

    public FakeStacks Stacks { get; } = new();

    public QuirkSet Quirks { get; init; }

    public RuntimeCode? Runtime { get; init; }

    /// <summary>Adds a row at an offset in the text.</summary>
    public Scene Row(ulong offset, UndwarfEntry entry)
    {
        _rows.Add(new UndwarfRow(Text + offset, entry));
        return this;
    }

    /// <summary>Adds a stack.</summary>
    public Scene Stack(StackKind kind, ulong begin, params ulong[] words)
    {
        Stacks.Add(kind, begin, words);
        return this;
    }

    public UndwarfUnwinder<TableSearch, FakeStacks> Unwinder => new(new TableSearch(UndwarfTable.FromRows(_rows.ToArray())), Stacks, Quirks, Runtime);

    public UnwindCursor<UndwarfUnwinder<TableSearch, FakeStacks>, UnwindState> Cursor => new(Unwinder, Quirks);

    /// <summary>The addresses of the callers, and how the chain ends.</summary>
    public (List<ulong> Callers, UnwindOutcome End, UnwindState Last) Walk(StartRegisters registers)
    {
        var callers = new List<ulong>();
        var unwinder = Unwinder;
        var outcome = unwinder.Start(registers, out var state);
        while (outcome == UnwindOutcome.Caller && (outcome = unwinder.Next(ref state)) == UnwindOutcome.Caller)
        {
            callers.Add(state.Frame.Ip);
            Assert.True(callers.Count < 1000, "the unwinder does not end");
        }

        return (callers, outcome, state);
    }

    public static StartRegisters At(ulong ip, ulong sp, ulong bp = 0) => new(ip, sp, bp, default);

    public static ulong[] Regs(ulong ip, ulong sp, ulong bp = 0, ulong cs = 0x10)
    {
        var words = new ulong[PtRegs.Size / 8];
        words[PtRegs.Ip / 8] = ip;
        words[PtRegs.Cs / 8] = cs;
        words[PtRegs.Sp / 8] = sp;
        words[PtRegs.Bp / 8] = bp;
        return words;
    }

    /// <summary>What a switch leaves: r15 r14 r13 r12 rbx rbp, return address.</summary>
    public static ulong[] SwitchFrame(ulong bp, ulong ip) => [15, 14, 13, 12, 3, bp, ip];
}
