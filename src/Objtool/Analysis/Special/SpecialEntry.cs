using Elf;

namespace Objtool.Analysis.Special;

/// <summary>One entry of a special section, its pointers followed.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="OriginalSection">Section of the instruction.</param>
/// <param name="OriginalOffset">Its offset there.</param>
/// <param name="TargetSection">Section of the other place.</param>
/// <param name="TargetOffset">Its offset there.</param>
/// <param name="Feature">Number of the CPU feature that decides; 0 when there is none.</param>
/// <param name="OriginalLength">Bytes that are replaced.</param>
/// <param name="TargetLength">Bytes of the replacement.</param>
/// <param name="RelocatesAnywhere">Relocations are allowed anywhere in the replacement.</param>
public sealed record SpecialEntry(
    SpecialEntryKind Kind,
    ElfSection OriginalSection, ulong OriginalOffset,
    ElfSection? TargetSection, ulong TargetOffset,
    int Feature, int OriginalLength, int TargetLength, bool RelocatesAnywhere);
