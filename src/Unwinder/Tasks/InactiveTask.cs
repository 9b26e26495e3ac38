using Undwarf.Quirks;
using Unwinder.Stacks;

namespace Unwinder.Tasks;

/// <summary>
/// A task that does not run: what the switch to another has left on its stack, at the stack pointer kept for it. From the
/// lowest address up: r15 r14 r13 r12 rbx rbp, return address (struct inactive_task_frame, 56 bytes).
/// </summary>
/// <param name="StackPointer">thread.sp.</param>
/// <param name="ReturnFromFork">Where a task begins that never ran: its frame's "return address", which no call pushed.</param>
public readonly record struct InactiveTask(ulong StackPointer, ulong ReturnFromFork)
{
    /// <summary>Bytes that the switch pushes, return address included.</summary>
    public const ulong FrameSize = 56;

    private const ulong ReturnAddressOffset = 48;

    /// <summary>The registers in the order of the frame, by their numbers.</summary>
    private static readonly int[] _order = [15, 14, GeneralRegisters.R13, 12, 3, GeneralRegisters.Bp];

    /// <summary>The registers that an unwind of it starts from.</summary>
    /// <param name="memory">The task's own stack.</param>
    /// <param name="quirks">Faults of the past to repeat.</param>
    /// <param name="registers">They.</param>
    /// <returns><see cref="UnwindOutcome.Caller"/>, or why there are none.</returns>
    public UnwindOutcome TryRead<TMemory>(in TMemory memory, QuirkSet quirks, out StartRegisters registers)
        where TMemory : struct, IStackMemory
    {
        registers = new StartRegisters { IsReturnAddress = true };
        if (!memory.TryFindStack(StackPointer, out var stack))
            return UnwindOutcome.UnknownStack;
        if (!stack.Contains(StackPointer, FrameSize))
            return UnwindOutcome.UnreadableRegisters;

        for (var i = 0; i < _order.Length; i++)
        {
            if (!memory.TryReadWord(unchecked(StackPointer + (8 * (ulong)i)), out registers.General[_order[i]]))
                return UnwindOutcome.UnreadableRegisters;
        }

        registers.IpSlot = unchecked(StackPointer + ReturnAddressOffset);
        if (!memory.TryReadWord(registers.IpSlot, out registers.Ip))
            return UnwindOutcome.UnreadableReturnAddress;
        registers.IsReturnAddress = registers.Ip != ReturnFromFork || (quirks & QuirkSet.ForkedTaskSignal) != 0;

        // The frame of the switch is not part of the frame that called it (Linux f2ac57a4c49d).
        registers.General[GeneralRegisters.Sp] = unchecked(StackPointer + ((quirks & QuirkSet.InactiveFrameSize) != 0 ? 0 : FrameSize));
        return UnwindOutcome.Caller;
    }
}
