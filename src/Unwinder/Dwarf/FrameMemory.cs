using Undwarf.Quirks;
using Unwinder.Dwarf.Expressions;
using Unwinder.Stacks;

namespace Unwinder.Dwarf;

/// <summary>The memory that one step may read; a stack that it enters is noted in the frame's state.</summary>
internal readonly ref struct FrameMemory<TMemory>(TMemory memory, ref DwarfState state) : IExpressionMemory
    where TMemory : struct, IStackMemory
{
    private readonly TMemory _memory = memory;
    private readonly ref DwarfState _state = ref state;

    /// <inheritdoc/>
    public bool TryRead(ulong address, int size, out ulong value)
    {
        value = 0;
        if (_state.Stacks.Permit(_memory, address, (ulong)size, QuirkSet.None)
            && (size == sizeof(ulong) ? _memory.TryReadWord(address, out value) : TryReadPart(address, size, out value)))
        {
            return true;
        }

        _state.Frame.FaultAddress = address;
        return false;
    }

    /// <summary>A part of a word at the end of the stack is the upper part of the word that ends there.</summary>
    private bool TryReadPart(ulong address, int size, out ulong value)
    {
        var stack = _state.Stacks.Current;
        var back = stack.Contains(address, sizeof(ulong)) ? 0 : sizeof(ulong) - size;
        var word = unchecked(address - (ulong)back);
        value = 0;
        if (!stack.Contains(word, sizeof(ulong)) || !_memory.TryReadWord(word, out value))
            return false;
        value = (value >> (8 * back)) & (ulong.MaxValue >> (64 - (8 * size)));
        return true;
    }
}
