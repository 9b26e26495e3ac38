using System.Text;
using Emulator;
using Harness.Loading;
using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>
/// The words of the current stack around the stack pointer, and what each is. What is told comes from what was executed,
/// not from a table: the places of return addresses and of hardware frames are recorded, saved registers are known by
/// their values.
/// </summary>
internal sealed class StackPicture(GuestContext context, ShadowStack shadow)
{
    private const int DeadWords = 3;
    private const int LiveWords = 28;
    private const ulong WordSize = 8;
    private const ulong HardwareFrameSize = 40;

    private static readonly (Gpr Register, string Name)[] _calleeSaved =
    [
        (Gpr.Rbp, "rbp"), (Gpr.Rbx, "rbx"), (Gpr.R12, "r12"), (Gpr.R13, "r13"), (Gpr.R14, "r14"), (Gpr.R15, "r15"),
    ];

    private readonly GuestStackMemory _memory = new(context.Stacks);

    /// <summary>One line a word, from a little below the stack pointer up.</summary>
    public string Draw()
    {
        var sp = context.Machine.Cpu.Rsp;
        var text = new StringBuilder();
        if (!_memory.TryFindStack(sp, out var stack) && !_memory.TryFindStack(sp - 1, out stack))
            return $"  rsp {sp:x16} is on no known stack{Environment.NewLine}";

        text.AppendLine($"  {stack}");
        var begin = Math.Max(stack.Begin, (sp & ~(WordSize - 1)) - (DeadWords * WordSize));
        var end = Math.Min(EndOfInterest(stack), sp + (LiveWords * WordSize));
        for (var address = begin; address < end; address += WordSize)
        {
            if (_memory.TryReadWord(address, out var value))
                text.AppendLine($"  {(address == sp ? "rsp>" : "    ")} {address:x16} {value:x16}  {Describe(address, value, sp)}".TrimEnd());
        }

        return text.ToString();
    }

    /// <summary>A word above the outermost frame that this stack holds.</summary>
    private ulong EndOfInterest(in StackRange stack)
    {
        foreach (ref readonly var frame in shadow.Frames)
        {
            if (stack.Contains(frame.IpSlot, WordSize))
                return Math.Min(stack.End, frame.IpSlot + (frame.IsInterrupted ? HardwareFrameSize : WordSize) + WordSize);
        }

        return stack.End;
    }

    private string Describe(ulong address, ulong value, ulong sp)
    {
        if (address < sp)
            return $"dead{NameIfCode(value, ", ")}";
        return DescribeFrameWord(address, value) ?? DescribeSaved(address, value) ?? DescribePointer(value)
            ?? (GuestContext.IsUntouched(value) ? "never written" : NameIfCode(value, "points to "));
    }

    /// <summary>Return addresses and the words of register frames.</summary>
    private string? DescribeFrameWord(ulong address, ulong value)
    {
        for (var i = shadow.Depth - 1; i >= 0; i--)
        {
            ref readonly var frame = ref shadow.Frames[i];
            if (!frame.IsInterrupted && frame.IpSlot == address)
                return $"return address: {NameOf(frame.Ip)}";
            if (frame is not { IsInterrupted: true, RegistersAddress: not 0 } || RegisterFrameLayout.WordAt(address, frame.RegistersAddress) is not { } word)
                continue;
            if (word.IsHardware)
                return $"{word.Name} of the interrupted {NameOf(frame.Ip)}";
            if (word.Register is not { } register || shadow.RegistersOf(i)[register] == value)
                return $"pt_regs.{word.Name}";
        }

        return null;
    }

    /// <summary>A register that a function on the chain has saved: its caller's value, in its frame.</summary>
    private string? DescribeSaved(ulong address, ulong value)
    {
        for (var i = shadow.Depth - 1; i >= 0; i--)
        {
            ref readonly var caller = ref shadow.Frames[i];
            if (address >= caller.Sp)
                continue;
            foreach (var (register, name) in _calleeSaved)
            {
                if (value > byte.MaxValue && shadow.RegistersOf(i)[register] == value)
                    return $"saved {name} of {NameOf(caller.Ip)}";
            }

            return null;
        }

        return null;
    }

    /// <summary>A pointer to a stack: to the registers of a frame, or to somewhere.</summary>
    private string? DescribePointer(ulong value)
    {
        foreach (ref readonly var frame in shadow.Frames)
        {
            if (frame.RegistersAddress != 0 && frame.RegistersAddress == value)
                return $"points to the pt_regs of {NameOf(frame.Ip)}";
        }

        return _memory.TryFindStack(value, out var stack) ? $"points into the {stack.Kind} stack" : null;
    }

    private string NameIfCode(ulong value, string before) => context.Image.KernelText.Contains(value) ? before + NameOf(value) : "";

    private string NameOf(ulong address) => context.Image.KernelText.Contains(address) ? context.Image.Symbols.NameOf(address) : $"0x{address:x}";
}
