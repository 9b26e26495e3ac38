namespace Harness.Loading;

/// <summary>Addresses of code: [Begin, End).</summary>
internal readonly record struct TextRange(ulong Begin, ulong End)
{
    /// <summary>Bytes.</summary>
    public ulong Size => End - Begin;

    /// <summary>Does the address lie in it?</summary>
    public bool Contains(ulong address) => unchecked(address - Begin < End - Begin);
}
