using System.Diagnostics.CodeAnalysis;
using Unwinder.Stacks;

namespace Unwinder.Guess;

/// <summary>One address of a guess.</summary>
public struct GuessState : IUnwindState
{
    /// <summary>The frame; nothing but its ip and where that stands is known.</summary>
    public UnwindFrame Frame;

    /// <summary>The stack that is searched, and those entered before.</summary>
    public PermittedStacks Stacks;

    /// <summary>The next word to look at.</summary>
    internal ulong Position;

    /// <summary>Replaced return addresses that were recovered so far.</summary>
    internal int Hooks;

    /// <inheritdoc/>
    [UnscopedRef]
    public readonly ref readonly UnwindFrame Current => ref Frame;
}
