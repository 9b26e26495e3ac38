namespace Emulator;

/// <summary>Guest addresses from <paramref name="Start"/>, inclusive, for <paramref name="Length"/> bytes. May end with the address space.</summary>
/// <param name="Start">The first address.</param>
/// <param name="Length">Bytes.</param>
public readonly record struct GuestRange(ulong Start, ulong Length)
{
    /// <summary>Whether the <paramref name="length"/> bytes at <paramref name="address"/> all lie in this range.</summary>
    public bool Contains(ulong address, ulong length)
    {
        var offset = unchecked(address - Start);
        return offset <= Length && length <= Length - offset;
    }

    /// <summary>Whether any byte is in both ranges.</summary>
    public bool Overlaps(GuestRange other) =>
        Length != 0 && other.Length != 0
        && (unchecked(other.Start - Start) < Length || unchecked(Start - other.Start) < other.Length);

    /// <inheritdoc/>
    public override string ToString() => $"[0x{Start:x}, 0x{unchecked(Start + Length):x})";
}
