namespace Unwinder.Tables;

/// <summary>Addresses of code: from <paramref name="Begin"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct CodeRange(ulong Begin, ulong End)
{
    /// <summary>Does the address lie in it?</summary>
    public bool Contains(ulong address) => unchecked(address - Begin < End - Begin);

    /// <summary>Do the two have an address in common?</summary>
    public bool Overlaps(CodeRange other) => Begin < other.End && other.Begin < End;
}
