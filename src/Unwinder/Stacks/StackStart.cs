using System.Runtime.CompilerServices;
using Undwarf.Quirks;

namespace Unwinder.Stacks;

/// <summary>Finds the stack that an unwind starts on.</summary>
public static class StackStart
{
    private const ulong PageSize = 4096;
    private const ulong WordSize = 8;

    /// <summary>Enters the stack of a stack pointer.</summary>
    /// <param name="memory">The machine.</param>
    /// <param name="sp">The stack pointer.</param>
    /// <param name="quirks">Faults of the past to repeat.</param>
    /// <param name="stacks">The permitted stacks: that one.</param>
    /// <param name="isOverflow">The stack pointer stands below the stack: what follows is not reliable.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnter<TMemory>(in TMemory memory, ulong sp, QuirkSet quirks, out PermittedStacks stacks, out bool isOverflow)
        where TMemory : struct, IStackMemory
    {
        isOverflow = false;
        if (Unsafe.AsRef(in memory).TryFindStack(sp, out var stack))
        {
            stacks = new PermittedStacks(stack);
            return true;
        }

        stacks = default;

        // A stack on which nothing has been pushed yet has its pointer one past its last word.
        if (!(memory.TryFindStack(unchecked(sp - WordSize), out stack) && stack.CanHold(sp)))
        {
            // An overflowed stack leaves the stack pointer in the guard page below; the frames just above are intact
            // (Linux d3a09104018c).
            if ((quirks & QuirkSet.GuardPageSp) != 0 || !memory.TryFindStack(unchecked((sp + PageSize - 1) & ~(PageSize - 1)), out stack))
                return false;
            isOverflow = true;
        }

        stacks = new PermittedStacks(stack);
        return true;
    }
}
