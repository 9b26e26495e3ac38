using System.Runtime.InteropServices;
using Emulator;
using Harness.Fixtures;
using Harness.Loading;
using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>A machine with an image in it: stacks, gates and registers set up, ready to run.</summary>
internal sealed class GuestContext : IDisposable
{
    /// <summary>The vector that delivered IRQs use.</summary>
    public const byte IrqVector = Vector.FirstUserDefined;

    /// <summary>Kept free at the top of the task stack, where the kernel has the pt_regs of user mode.</summary>
    private const ulong TaskStackReserve = 0x100;

    /// <summary>The upper half of what registers hold at first: no address, and nothing that code computes.</summary>
    private const ulong RegisterMark = 0x5e6_0000_0000_0000;

    /// <summary>The same for the stacks.</summary>
    private const ulong StackMark = 0x57a_0000_0000_0000;

    private static readonly (byte Number, string Symbol, int Ist)[] _vectors =
    [
        (Vector.DivideError, "vector_divide_error", 0),
        (Vector.Debug, "vector_debug", 3),
        (Vector.Nmi, "vector_nmi", 2),
        (Vector.Breakpoint, "vector_breakpoint", 0),
        (Vector.InvalidOpcode, "vector_invalid_opcode", 0),
        (Vector.DoubleFault, "vector_double_fault", 1),
        (Vector.GeneralProtection, "vector_general_protection", 0),
        (Vector.PageFault, "vector_page_fault", 0),
        (18, "vector_machine_check", 4),
        (IrqVector, "vector_irq", 0),
    ];

    /// <summary>The handler of faults that are delivered where there is none for real ones.</summary>
    private const string SpuriousFaultHandler = "vector_spurious_fault";

    private static readonly StackKind[] _istStacks = [StackKind.Unknown, StackKind.DoubleFault, StackKind.Nmi, StackKind.Debug, StackKind.MachineCheck];

    private static readonly string[] _endSymbols = ["__harness_root", "__harness_exit"];

    private readonly TextRange[] _ends;
    private readonly bool[] _handledByRuntime = new bool[byte.MaxValue + 1];

    /// <exception cref="InputException">The image lacks the symbols that a run needs.</exception>
    public GuestContext(Image image, FixtureHeader header)
    {
        Image = image;
        Machine = new Machine();
        image.MapInto(Machine.Memory);
        Stacks = new StackArea(Machine.Memory);
        _ends = [.. _endSymbols.Select(name => image.Symbols.Find(name)).OfType<(ulong Address, ulong Size)>()
            .Select(symbol => new TextRange(symbol.Address, symbol.Address + symbol.Size))];
        HasPageFaultHandler = image.Scope.Find("vector_page_fault") is not null;
        if (image.UserText.Size > 0)
        {
            Machine.Memory.Map(
                "user stack", GuestLayout.UserStack - GuestLayout.UserStackSize, GuestLayout.UserStackSize,
                GuestProtection.Read | GuestProtection.Write);
        }

        SetGates(header.UserEntryStack);
        SetRegisters();
        MarkStacks();
    }

    /// <summary>What was loaded.</summary>
    public Image Image { get; }

    /// <summary>The machine.</summary>
    public Machine Machine { get; }

    /// <summary>Its kernel stacks.</summary>
    public StackArea Stacks { get; }

    /// <summary>Is there a handler of page faults that the code causes itself?</summary>
    public bool HasPageFaultHandler { get; }

    /// <summary>Is what handles a vector code that the fixture runs on, rather than its own? The former may copy the hardware's frame.</summary>
    public bool IsHandledByRuntime(byte vector) => _handledByRuntime[vector];

    /// <summary>Where execution begins, with the address of the fixture's entry in rax.</summary>
    public ulong Root => Image.Require("__harness_root");

    /// <summary>Where it may also end.</summary>
    public ulong Exit => Image.Require("__harness_exit");

    /// <summary>Is a word of a stack as it was before the run?</summary>
    public static bool IsUntouched(ulong word) => (word & ~0xffff_ffffUL) == StackMark;

    /// <summary>Is the instruction one of those that a run begins and ends with?</summary>
    public bool IsEndOfRun(ulong rip) => _ends.Any(range => range.Contains(rip));

    /// <summary>Makes <paramref name="entry"/> the function that the run will call.</summary>
    public void SetEntry(string entry) => Machine.Cpu[Gpr.Rax] = Image.Require(entry);

    /// <summary>Puts the stack pointer where it is when a run begins, after a run that did not end there.</summary>
    public void ResetStackPointer() => Machine.Cpu.Rsp = Stacks[StackKind.Task].End - TaskStackReserve;

    /// <inheritdoc/>
    public void Dispose() => Machine.Dispose();

    private void SetGates(StackKind userEntryStack)
    {
        foreach (var (number, symbol, ist) in _vectors)
        {
            if (Image.Scope.Find(symbol) is not { } entry)
                continue;
            Machine.Gates[number] = new InterruptGate(entry, ist, dpl: number is Vector.Breakpoint or IrqVector ? 3 : 0);
            _handledByRuntime[number] = Image.IsOfRuntime(symbol);
        }

        if (!HasPageFaultHandler && Image.Scope.Find(SpuriousFaultHandler) is { } spurious)
        {
            Machine.Gates[Vector.PageFault] = new InterruptGate(spurious);
            _handledByRuntime[Vector.PageFault] = Image.IsOfRuntime(SpuriousFaultHandler);
        }

        for (var ist = 1; ist < _istStacks.Length; ist++)
            Machine.TaskState[ist] = Stacks[_istStacks[ist]].End;
        Machine.TaskState.Rsp0 = Stacks[userEntryStack].End;
        if (Image.Scope.Find("vector_syscall") is { } systemCall)
            SetSystemCallEntry(systemCall);
    }

    private void SetSystemCallEntry(ulong entry)
    {
        const ulong FlagsMask = (ulong)(Rflags.If | Rflags.Df | Rflags.Tf);
        const ulong KernelCode = 0x10;
        const ulong UserBase = 0x23;
        Machine.Cpu.WriteMsr(Msr.LStar, entry);
        Machine.Cpu.WriteMsr(Msr.Star, (UserBase << 48) | (KernelCode << 32));
        Machine.Cpu.WriteMsr(Msr.FMask, FlagsMask);
    }

    /// <summary>Each register has a value of its own: a wrong row must not find the right value elsewhere by chance.</summary>
    private void SetRegisters()
    {
        for (var register = Gpr.Rax; register <= Gpr.R15; register++)
            Machine.Cpu[register] = RegisterMark + (ulong)register;
        ResetStackPointer();
        Machine.Cpu.Rflags = Rflags.Fixed | Rflags.If;
        if ((Image.PerCpuBase ?? Image.Scope.Find("__per_cpu_start")) is { } perCpu)
            Machine.Cpu.GsBase = perCpu;
        Machine.Cpu.KernelGsBase = GuestLayout.UserGsBase;
    }

    /// <summary>As with registers: each word of the stacks differs from all others.</summary>
    private void MarkStacks()
    {
        var words = MemoryMarshal.Cast<byte, ulong>(Stacks.Region.Bytes);
        for (var i = 0; i < words.Length; i++)
            words[i] = StackMark + (ulong)i;
    }
}
