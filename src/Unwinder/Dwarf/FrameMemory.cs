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
        if (_state.Stacks.TryRead(_memory, address, size, out value))
            return true;
        _state.Frame.FaultAddress = address;
        return false;
    }
}
