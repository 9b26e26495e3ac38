namespace Undwarf;

/// <summary>
/// One on-disk version of the tables: how a row is packed, what its sections are called, how a dump spells it. Rows
/// and their addresses live in two parallel sections; address i is the i-th self-relative 32-bit integer of the second.
/// </summary>
public abstract class TableFormat
{
    /// <summary>The name by which a command line picks this version, such as <c>undwarf</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The section that holds the packed rows.</summary>
    public abstract string EntrySection { get; }

    /// <summary>The section that holds one self-relative address for each row.</summary>
    public abstract string IpSection { get; }

    /// <summary>Bytes per packed row.</summary>
    public abstract int EntrySize { get; }

    /// <summary>How rows are made of states for tables of this version.</summary>
    public abstract TableGeneration Generation { get; }

    /// <summary>What stands between place and row in a dump.</summary>
    public virtual string PlaceSeparator => ": ";

    /// <summary>Packs one row. What the version has no room for is lost.</summary>
    public abstract void Encode(in UndwarfEntry entry, Span<byte> destination);

    /// <summary>
    /// Unpacks one row. Never fails: field values without a meaning arrive as they are, for the unwinder to refuse.
    /// </summary>
    public abstract UndwarfEntry Decode(ReadOnlySpan<byte> source);

    /// <summary>The text of one row in this version's dump, without the place: <c>cfa:sp+8 bp:(und) type:cfa</c>.</summary>
    public abstract string Describe(in UndwarfEntry entry);

    /// <summary>Every version by its name, ours first.</summary>
    public static IReadOnlyList<TableFormat> All { get; } =
        [UndwarfV2Format.Extended, OrcFormat.Linux414, OrcFormat.Linux418, OrcFormat.Linux63, OrcFormat.Linux64];

    /// <summary>Bytes per address in <see cref="IpSection"/>.</summary>
    public const int IpSize = 4;

    /// <summary>The number of rows in an entry section of <paramref name="sectionSize"/> bytes.</summary>
    /// <exception cref="UndwarfFormatException">The size is not a whole number of rows.</exception>
    public int CountOf(long sectionSize) => sectionSize % EntrySize == 0
        ? checked((int)(sectionSize / EntrySize))
        : throw new UndwarfFormatException($"bad {EntrySection} section size: {sectionSize} bytes is no multiple of {EntrySize}");
}
