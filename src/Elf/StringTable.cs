using System.Text;

namespace Elf;

/// <summary>
/// The names of a string table (gABI, "String Table"). Names may share bytes, since a name may start inside another;
/// a hostile file can so state far more characters than it holds. <see cref="Measure"/> adds up what is asked for and
/// refuses before anything is decoded.
/// </summary>
internal readonly struct StringTable
{
    // Linkers overlap only common suffixes, and local symbols share equal names: real files stay below 1.
    private const ulong LargestExpansion = 32;

    private readonly ReadOnlyMemory<byte> _contents;

    private StringTable(ReadOnlyMemory<byte> contents) => _contents = contents;

    /// <exception cref="ElfFormatException">Not a string table, or its last string has no end.</exception>
    public static StringTable Of(ElfSection section)
    {
        if (section.Type != SectionType.StringTable)
            throw section.FormatError($"used as a string table but has type {section.Type}");
        if (section.Contents is [.., not 0])
            throw section.FormatError("the last string is not terminated");
        return new(section.ContentsMemory);
    }

    /// <summary>Whether a string starts at the offset. Offset 0 is the empty name, also of an empty table.</summary>
    public bool Holds(uint offset) => offset < _contents.Length || offset == 0;

    /// <summary>Adds the length of a string that <see cref="Holds"/> to a total.</summary>
    /// <returns>False if the total is absurd for a file of this length.</returns>
    public bool Measure(uint offset, ulong fileLength, ref ulong total)
    {
        total += (ulong)Bytes(offset).Length;
        return total <= fileLength * LargestExpansion;
    }

    /// <summary>The string at an offset, up to its NUL. Bytes that are not UTF-8 become U+FFFD.</summary>
    public string this[uint offset] => Encoding.UTF8.GetString(Bytes(offset));

    private ReadOnlySpan<byte> Bytes(uint offset)
    {
        if (offset == 0 && _contents.IsEmpty)
            return default;
        var rest = _contents.Span[(int)offset..];
        return rest[..rest.IndexOf((byte)0)];
    }
}
