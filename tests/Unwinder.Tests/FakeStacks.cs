using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Unwinder.Stacks;

namespace Unwinder.Tests;

/// <summary>Stacks made of arrays: the whole of what an unwinder needs to know of a machine.</summary>
internal readonly struct FakeStacks : IStackMemory
{
    private readonly List<(StackRange Range, ulong[] Words)> _stacks = [];

    public FakeStacks()
    {
    }

    /// <summary>Adds a stack that begins at <paramref name="begin"/> and holds <paramref name="words"/> from there on.</summary>
    public FakeStacks Add(StackKind kind, ulong begin, params ulong[] words)
    {
        _stacks.Add((new StackRange(kind, begin, unchecked(begin + (8 * (ulong)words.Length))), words));
        return this;
    }

    public bool TryFindStack(ulong address, out StackRange stack)
    {
        foreach (var (range, _) in _stacks)
        {
            if (range.Contains(address, 1))
            {
                stack = range;
                return true;
            }
        }

        stack = default;
        return false;
    }

    public bool TryReadWord(ulong address, out ulong value)
    {
        value = 0;
        foreach (var (range, words) in _stacks)
        {
            if (!range.Contains(address, 8))
                continue;
            var bytes = MemoryMarshal.AsBytes<ulong>(words);
            value = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(int)unchecked(address - range.Begin)..]);
            return true;
        }

        throw new InvalidOperationException($"the unwinder read 0x{address:x}, which is on no stack");
    }
}
