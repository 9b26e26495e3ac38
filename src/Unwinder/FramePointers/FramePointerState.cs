using System.Diagnostics.CodeAnalysis;
using Unwinder.Stacks;

namespace Unwinder.FramePointers;

/// <summary>One frame of an unwind by frame pointers.</summary>
public struct FramePointerState : IUnwindState
{
    /// <summary>The frame; its rbp leads to the next.</summary>
    public UnwindFrame Frame;

    /// <summary>The stack that was read last, and those entered before.</summary>
    public PermittedStacks Stacks;

    /// <summary>Where the record lies that the next step reads, when it is not where rbp points to; otherwise 0.</summary>
    internal ulong Record;

    /// <summary>One past the record that was read last: the next lies above it, on the same stack.</summary>
    internal ulong RecordEnd;

    /// <summary>Replaced return addresses that were recovered so far.</summary>
    internal int Hooks;

    /// <inheritdoc/>
    [UnscopedRef]
    public readonly ref readonly UnwindFrame Current => ref Frame;
}
