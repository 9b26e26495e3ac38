using Elf;
using Emulator;
using Harness.Execution;
using Harness.Loading;
using Harness.Tests.Kit;
using Unwinder.Stacks;

namespace Harness.Tests.Loading;

/// <summary>The guest's stacks: where they are, what the unwinder may see of them, and what happens at their ends.</summary>
public sealed class StackTests
{
    private const ulong PageSize = 4096;

    private static GuestContext Context()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "", "FUNCTION main\n ret\nEND_FUNCTION main");
        return new GuestContext(
            ImageBuilder.Build([Verifying.Preparer.Prepare(fixture).File], Verifying.Preparer.Runtime().Select(support => support.File)), fixture.Header);
    }

    /// <summary>Sizes of 2017 (spec 8.2), but interrupt stacks of 8 KiB as since 5.16.</summary>
    [Theory]
    [InlineData("Task", 16)]
    [InlineData("Irq", 16)]
    [InlineData("DoubleFault", 8)]
    [InlineData("Nmi", 8)]
    [InlineData("Debug", 8)]
    [InlineData("MachineCheck", 8)]
    [InlineData("Entry", 4)]
    public void Stack_HasItsSizeAndAGuardPageBelow(string name, int kilobytes)
    {
        using var context = Context();
        var range = context.Stacks[Enum.Parse<StackKind>(name)];
        Assert.Equal((ulong)kilobytes * 1024, range.End - range.Begin);

        var memory = context.Machine.Memory;
        Assert.True(memory.TryReadWord(range.Begin, out _));
        Assert.True(memory.TryReadWord(range.End - 8, out _));
        Assert.False(memory.TryReadWord(range.Begin - 1, out _));
        Assert.False(memory.TryReadWord(range.Begin - PageSize, out _));
        Assert.False(memory.TryReadWord(range.End - 7, out _));
    }

    [Fact]
    public void Unwinder_FindsEachStackFromItsFirstByteToItsLast()
    {
        using var context = Context();
        var memory = new GuestStackMemory(context.Stacks);
        foreach (var range in context.Stacks.Ranges)
        {
            foreach (var (address, isInside) in new[] { (range.Begin - 1, false), (range.Begin, true), (range.End - 1, true), (range.End, false) })
            {
                Assert.Equal(isInside, memory.TryFindStack(address, out var found));
                Assert.Equal(isInside ? range : default, found);
            }
        }
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(0x7fff0000UL - 8)]
    [InlineData(0xffffffff81000000UL)]
    [InlineData(0xffffc8fffffffff8UL)]
    [InlineData(0xffffc90000000000UL)]
    [InlineData(0xfffffffffffffff8UL)]
    public void Unwinder_FindsNoStackElsewhere(ulong address)
    {
        using var context = Context();
        Assert.False(new GuestStackMemory(context.Stacks).TryFindStack(address, out _));
    }

    /// <summary>Unaligned words too, as a damaged row may ask for them; and never beyond the region.</summary>
    [Fact]
    public void Unwinder_ReadsWhatTheGuestWrote()
    {
        using var context = Context();
        var memory = new GuestStackMemory(context.Stacks);
        var range = context.Stacks[StackKind.Nmi];
        Assert.True(context.Machine.Memory.TryWriteWord(range.End - 8, 0x1122334455667788));
        Assert.True(context.Machine.Memory.TryWriteWord(range.End - 16, 0x99aabbccddeeff00));
        Assert.True(memory.TryReadWord(range.End - 8, out var word));
        Assert.Equal(0x1122334455667788UL, word);
        Assert.True(memory.TryReadWord(range.End - 11, out word));
        Assert.Equal(0x445566778899aabbUL, word);
        Assert.False(memory.TryReadWord(StackArea.Symbols().Max(symbol => symbol.Address) - 7, out _));
        Assert.False(memory.TryReadWord(0, out _));
    }

    /// <summary>No word of a stack equals another at first, nor any register: a wrong row does not find the right value by chance.</summary>
    [Fact]
    public void FirstContents_AreAllDifferent()
    {
        using var context = Context();
        var memory = new GuestStackMemory(context.Stacks);
        var values = new HashSet<ulong>();
        foreach (var range in context.Stacks.Ranges)
        {
            for (var address = range.Begin; address < range.End; address += 8)
            {
                Assert.True(memory.TryReadWord(address, out var word));
                Assert.True(values.Add(word), $"0x{address:x}");
            }
        }

        for (var register = Gpr.Rax; register <= Gpr.R15; register++)
            Assert.True(values.Add(context.Machine.Cpu[register]), register.ToString());
    }

    public static TheoryData<string, string> Tops =>
        [.. Enum.GetValues<StackKind>().Where(kind => kind != StackKind.Unknown).Select(kind => (SymbolOf(kind), kind.ToString()))];

    [Theory]
    [MemberData(nameof(Tops))]
    public void Symbol_NamesTheEndOfItsStack(string symbol, string kind)
    {
        using var context = Context();
        Assert.Equal(context.Stacks[Enum.Parse<StackKind>(kind)].End, context.Image.Require(symbol));
    }

    /// <summary>The whole of a stack can be used, and one word more faults in the guard page.</summary>
    [Theory]
    [InlineData("__irq_stack_top", 0x4000)]
    [InlineData("__nmi_stack_top", 0x2000)]
    [InlineData("__machine_check_stack_top", 0x2000)]
    [InlineData("__entry_stack_top", 0x1000)]
    public void WholeStack_CanBeUsedAndNoMore(string top, int size)
    {
        Assert.True(Deepest(size / 8).Execution is null);
        Assert.StartsWith("vector 14 at", Deepest((size / 8) + 1).Execution!.Message, StringComparison.Ordinal);

        Harness.Verification.FixtureReport Deepest(int words) => Verifying.Run("result=1", $"""
            FUNCTION main
                pushq   %rbp
                movq    %rsp, %rbp
                movq    $0x{TopOf(top):x}, %rsp
                movl    ${words}, %ecx
            1:  pushq   %rcx
                loop    1b
                movq    %rbp, %rsp
                movl    $1, %eax
                popq    %rbp
                ret
            END_FUNCTION main
            """);
    }

    private static ulong TopOf(string symbol) => StackArea.Symbols().Single(entry => entry.Name == symbol).Address;

    private static string SymbolOf(StackKind kind) => kind switch
    {
        StackKind.DoubleFault => "__double_fault_stack_top",
        StackKind.MachineCheck => "__machine_check_stack_top",
        _ => $"__{kind.ToString().ToLowerInvariant()}_stack_top",
    };
}
