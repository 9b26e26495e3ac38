namespace Unwinder.Dwarf;

/// <summary>Call frame information that does not hold together: "section+0x18: reason".</summary>
public sealed class DwarfFormatException(string section, int offset, string reason) : Exception($"{section}+0x{offset:x}: {reason}")
{
    /// <summary>The section's name.</summary>
    public string Section { get; } = section;

    /// <summary>Where in it the record or field begins that is wrong.</summary>
    public int Offset { get; } = offset;

    /// <summary>What was found.</summary>
    public string Reason { get; } = reason;
}
