using Elf;

namespace Objtool.Analysis.Special;

/// <summary>Where the targets of a jump stand.</summary>
/// <param name="Section">The section of data.</param>
/// <param name="Offset">Offset of the first entry in it.</param>
/// <param name="End">Offset behind the last entry that may belong to it: the end of the symbol that covers it, if one does.</param>
/// <param name="EntryType">
/// The relocation of the entries: <see cref="RelocationType.Pc32"/> where they are distances from the table, 4 bytes each,
/// otherwise addresses, 8 bytes each.
/// </param>
/// <param name="IsNamedByDistance">The instruction that names it does so relative to rip.</param>
internal readonly record struct JumpTable(ElfSection Section, ulong Offset, ulong End, RelocationType EntryType, bool IsNamedByDistance)
{
    private const ulong AbsoluteEntrySize = 8;
    private const ulong RelativeEntrySize = 4;

    /// <summary>What tells it from others.</summary>
    public (int Section, ulong Offset) Start => (Section.Index, Offset);

    /// <summary>Entries are distances from the table.</summary>
    public bool IsRelative => EntryType == RelocationType.Pc32;

    /// <summary>Bytes per entry.</summary>
    public ulong EntrySize => IsRelative ? RelativeEntrySize : AbsoluteEntrySize;
}
