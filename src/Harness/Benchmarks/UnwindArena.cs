using Unwinder.Stacks;

namespace Harness.Benchmarks;

/// <summary>Stacks of equal size, one behind the other, in one array.</summary>
internal readonly struct UnwindArena(ulong[] words, ulong stackSize) : IStackMemory
{
    /// <summary>Where the first begins.</summary>
    public const ulong Begin = 0xffffc90000000000;

    private readonly ulong[] _words = words;

    /// <inheritdoc/>
    public bool TryFindStack(ulong address, out StackRange stack)
    {
        var offset = unchecked(address - Begin);
        var begin = unchecked(Begin + (offset / stackSize * stackSize));
        stack = new StackRange(StackKind.Task, begin, unchecked(begin + stackSize));
        return offset < unchecked(8 * (ulong)_words.Length);
    }

    /// <inheritdoc/>
    public bool TryReadWord(ulong address, out ulong value)
    {
        var index = unchecked(address - Begin) >> 3;
        var words = _words;
        if (index < (ulong)words.Length)
        {
            value = words[unchecked((int)index)];
            return true;
        }

        value = 0;
        return false;
    }
}
