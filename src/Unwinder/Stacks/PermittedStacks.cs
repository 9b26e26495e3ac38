using System.Runtime.CompilerServices;
using Undwarf.Quirks;

namespace Unwinder.Stacks;

/// <summary>
/// The stack that an unwind reads, and those that it has been on: it may move to another by touching an address there,
/// once to each kind. All that unwinders read of a machine goes through here.
/// </summary>
public struct PermittedStacks
{
    private const ulong WordSize = 8;

    /// <summary>Those of an unwind that starts on a stack.</summary>
    public PermittedStacks(in StackRange stack)
    {
        // One by one: what was just written in parts is slow to read as a whole.
        Current = new StackRange(stack.Kind, stack.Begin, stack.End);
        Visited = BitOf(stack.Kind);
    }

    /// <summary>The stack that was read last.</summary>
    public StackRange Current;

    /// <summary>One bit for each <see cref="StackKind"/> that was entered.</summary>
    public uint Visited;

    /// <summary>Reads a word of a permitted stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead<TMemory>(in TMemory memory, ulong address, QuirkSet quirks, out ulong value)
        where TMemory : struct, IStackMemory
    {
        value = 0;
        return Permit(memory, address, WordSize, quirks) && memory.TryReadWord(address, out value);
    }

    /// <summary>Moves to the stack that holds the address if the current one does not, once for each kind of stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Permit<TMemory>(in TMemory memory, ulong address, ulong length, QuirkSet quirks)
        where TMemory : struct, IStackMemory =>
        Current.Contains(address, length) || MoveTo(memory, address, length, quirks);

    /// <summary>Makes a stack the current one.</summary>
    public void Enter(in StackRange stack)
    {
        Current = stack;
        Visited |= BitOf(stack.Kind);
    }

    /// <summary>Moves to the stack that an address lies on. False, and nothing has changed, when that is none or one seen before.</summary>
    public bool TryEnterStackOf<TMemory>(in TMemory memory, ulong address)
        where TMemory : struct, IStackMemory
    {
        if (!memory.TryFindStack(address, out var stack) || (Visited & BitOf(stack.Kind)) != 0)
            return false;
        Enter(stack);
        return true;
    }

    private bool MoveTo<TMemory>(in TMemory memory, ulong address, ulong length, QuirkSet quirks)
        where TMemory : struct, IStackMemory
    {
        if ((quirks & QuirkSet.NextSpChain) != 0)
            return FollowLinks(memory, address, length);
        return TryEnterStackOf(memory, address) && (Current.Contains(address, length) || (quirks & QuirkSet.StackRangeRecheck) != 0);
    }

    /// <summary>As in 2017: from link to link until a stack holds the address, whatever stack the address itself is on.</summary>
    private bool FollowLinks<TMemory>(in TMemory memory, ulong address, ulong length)
        where TMemory : struct, IStackMemory
    {
        while (!Current.Contains(address, length))
        {
            if (Current.AddressOfLink is not { } link || !memory.TryReadWord(link, out var next) || !TryEnterStackOf(memory, next))
                return false;
        }

        return true;
    }

    private static uint BitOf(StackKind kind) => 1u << (int)kind;
}
