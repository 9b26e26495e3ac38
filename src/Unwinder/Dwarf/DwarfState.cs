using System.Diagnostics.CodeAnalysis;
using Unwinder.Stacks;

namespace Unwinder.Dwarf;

/// <summary>One frame of an unwind by call frame information, and what is needed to find the next.</summary>
public struct DwarfState : IUnwindState
{
    /// <summary>The frame.</summary>
    public UnwindFrame Frame;

    /// <summary>Its registers, as far as they are known.</summary>
    public DwarfRegisters Registers;

    /// <summary>Where it may read.</summary>
    public PermittedStacks Stacks;

    /// <summary>Steps that left the stack pointer on no stack.</summary>
    internal int Stalls;

    /// <inheritdoc/>
    [UnscopedRef]
    public readonly ref readonly UnwindFrame Current => ref Frame;
}
