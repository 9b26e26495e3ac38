namespace Objtool.Analysis.Special;

/// <summary>
/// The entries of a section that names places in the code: relocated pointers to the instruction and to where control
/// may go on, and for alternatives how long both are. Versions of one section differ in size.
/// </summary>
/// <param name="Section">Name of the section.</param>
/// <param name="Kind">What the entries mean.</param>
/// <param name="EntrySize">Bytes per entry.</param>
/// <param name="Original">Offset of the pointer to the instruction.</param>
/// <param name="Target">Offset of the pointer to the other place.</param>
/// <param name="Feature">Offset of the 16-bit number of the CPU feature that decides, or -1.</param>
/// <param name="OriginalLength">Offset of the byte with the original's length, or -1.</param>
/// <param name="TargetLength">Offset of the byte with the replacement's length, or -1.</param>
/// <param name="RelocatesAnywhere">
/// The code that copies replacements adjusts every relative offset in them, not only that of a first branch (270a69c4485d).
/// </param>
internal sealed record SpecialSectionLayout(
    string Section, SpecialEntryKind Kind, int EntrySize, int Original, int Target,
    int Feature = -1, int OriginalLength = -1, int TargetLength = -1, bool RelocatesAnywhere = false)
{
    /// <summary>In the order in which they are read. Of one section's layouts the newest first.</summary>
    public static IReadOnlyList<SpecialSectionLayout> All { get; } =
    [
        // Linux 6.3 (5d1dd961e743), 5.16, 2017.
        new(".altinstructions", SpecialEntryKind.Alternative, 14, 0, 4, Feature: 8, OriginalLength: 12, TargetLength: 13, RelocatesAnywhere: true),
        new(".altinstructions", SpecialEntryKind.Alternative, 12, 0, 4, Feature: 8, OriginalLength: 10, TargetLength: 11),
        new(".altinstructions", SpecialEntryKind.Alternative, 13, 0, 4, Feature: 8, OriginalLength: 10, TargetLength: 11),

        // Relative since Linux 4.19 (9ae033aca8d6), absolute before.
        new("__jump_table", SpecialEntryKind.JumpLabel, 16, 0, 4),
        new("__jump_table", SpecialEntryKind.JumpLabel, 24, 0, 8),

        new("__ex_table", SpecialEntryKind.ExceptionFixup, 12, 0, 4),
    ];
}
