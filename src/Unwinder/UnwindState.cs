using System.Diagnostics.CodeAnalysis;
using Unwinder.Stacks;

namespace Unwinder;

/// <summary>One frame of an unwind by rows, and what is needed to find the next.</summary>
public struct UnwindState : IUnwindState
{
    /// <summary>The frame.</summary>
    public UnwindFrame Frame;

    /// <summary>Are <see cref="Scratch"/>'s values those of this frame?</summary>
    public bool HasScratch;

    /// <summary>r10, r13, di, dx of this frame.</summary>
    public ScratchRegisters Scratch;

    /// <summary>The stack that was read last, and those entered before.</summary>
    public PermittedStacks Stacks;

    /// <summary>Steps that neither raised the stack pointer nor entered a new stack.</summary>
    internal int Stalls;

    /// <summary>Replaced return addresses that were recovered so far.</summary>
    internal int Hooks;

    /// <inheritdoc/>
    [UnscopedRef]
    public readonly ref readonly UnwindFrame Current => ref Frame;

    /// <summary>
    /// Would the unwind go on from here exactly as from <paramref name="other"/>, given the same memory? Everything is
    /// compared that a step depends on.
    /// </summary>
    public readonly bool ContinuesLike(in UnwindState other) =>
        Frame.Ip == other.Frame.Ip && Frame.Sp == other.Frame.Sp && Frame.Bp == other.Frame.Bp
        && Frame.Signal == other.Frame.Signal && Frame.UserMode == other.Frame.UserMode && Frame.Unreliable == other.Frame.Unreliable
        && Stacks.Visited == other.Stacks.Visited && Stacks.Current == other.Stacks.Current && Stalls == other.Stalls
        && HasScratch == other.HasScratch && (!HasScratch || Scratch == other.Scratch);
}
