namespace Unwinder.Stacks;

/// <summary>
/// The stacks that an unwind has been on. What it may read is on the current one, or on one of a kind that it enters
/// for the first time; that, and that the stack pointer rises, is why every unwind ends.
/// </summary>
public struct StackTrail
{
    /// <summary>
    /// Steps that leave the stack pointer where no stack is. One is common (an interrupted user stack, or a stack
    /// pointer in a guard page), a chain of them is not.
    /// </summary>
    private const int MaximumStalls = 8;

    private const ulong PageSize = 4096;
    private const ulong WordSize = 8;

    private int _stalls;

    /// <summary>The stack that was read last.</summary>
    public StackRange Current { readonly get; private set; }

    /// <summary>One bit for each <see cref="StackKind"/> that was entered.</summary>
    public uint Visited { readonly get; private set; }

    /// <summary>Begins on the stack of a stack pointer; false when there is none.</summary>
    /// <param name="memory">Knows the stacks.</param>
    /// <param name="stackPointer">Of the first frame.</param>
    /// <param name="isOverflow">The stack pointer lies in the page below its stack.</param>
    public bool TryStart<TMemory>(TMemory memory, ulong stackPointer, out bool isOverflow)
        where TMemory : struct, IStackMemory
    {
        isOverflow = false;

        // A stack on which nothing has been pushed yet has its pointer one past its last word.
        if (!memory.TryFindStack(stackPointer, out var stack)
            && !(memory.TryFindStack(unchecked(stackPointer - WordSize), out stack) && stack.CanHold(stackPointer)))
        {
            // An overflowed stack leaves the stack pointer in the guard page below; the frames just above are intact
            // (Linux d3a09104018c).
            isOverflow = memory.TryFindStack(unchecked((stackPointer + PageSize - 1) & ~(PageSize - 1)), out stack);
            if (!isOverflow)
                return false;
        }

        Enter(stack);
        return true;
    }

    /// <summary>Reads the low <paramref name="size"/> bytes (1 to 8) at an address, on a stack that the unwind may be on.</summary>
    public bool TryRead<TMemory>(TMemory memory, ulong address, int size, out ulong value)
        where TMemory : struct, IStackMemory
    {
        value = 0;
        if (!Current.Contains(address, (ulong)size) && !TryMoveTo(memory, address, (ulong)size))
            return false;
        if (size == sizeof(ulong))
            return memory.TryReadWord(address, out value);

        // A part of a word at the end of the stack is the upper part of the word that ends there.
        var back = Current.Contains(address, WordSize) ? 0 : sizeof(ulong) - size;
        var word = unchecked(address - (ulong)back);
        if (!Current.Contains(word, WordSize) || !memory.TryReadWord(word, out value))
            return false;
        value = (value >> (8 * back)) & (ulong.MaxValue >> (64 - (8 * size)));
        return true;
    }

    /// <summary>May the unwind go on to a caller with this stack pointer?</summary>
    /// <param name="stackPointer">Of the frame.</param>
    /// <param name="callerStackPointer">Of its caller.</param>
    /// <param name="visitedBefore"><see cref="Visited"/> before the step.</param>
    public UnwindOutcome CheckProgress(ulong stackPointer, ulong callerStackPointer, uint visitedBefore)
    {
        if (Visited != visitedBefore)
            return UnwindOutcome.Caller;
        if (Current.CanHold(callerStackPointer))
            return callerStackPointer > stackPointer ? UnwindOutcome.Caller : UnwindOutcome.WrongDirection;
        // A return address need not have been read from a stack: it may be in a register, or a constant.
        return ++_stalls > MaximumStalls ? UnwindOutcome.Stalled : UnwindOutcome.Caller;
    }

    private bool TryMoveTo<TMemory>(TMemory memory, ulong address, ulong length)
        where TMemory : struct, IStackMemory
    {
        if (!memory.TryFindStack(address, out var stack) || (Visited & BitOf(stack.Kind)) != 0)
            return false;
        Enter(stack);
        return stack.Contains(address, length);
    }

    private void Enter(in StackRange stack)
    {
        Current = stack;
        Visited |= BitOf(stack.Kind);
    }

    private static uint BitOf(StackKind kind) => 1u << (int)kind;
}
