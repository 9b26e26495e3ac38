using Undwarf;

namespace Harness.Mutation;

/// <summary>What a damaged table says otherwise than the sound one at every address of a range.</summary>
internal readonly struct RowOverride(ulong begin, ulong end, bool hasRow, UndwarfEntry entry)
{
    /// <summary>The first address.</summary>
    public readonly ulong Begin = begin;

    /// <summary>One past the last.</summary>
    public readonly ulong End = end;

    /// <summary>False: no row holds there.</summary>
    public readonly bool HasRow = hasRow;

    /// <summary>What the row says.</summary>
    public readonly UndwarfEntry Entry = entry;

    /// <summary>Is the address one of them?</summary>
    public bool Contains(ulong address) => unchecked(address - Begin < End - Begin);
}
