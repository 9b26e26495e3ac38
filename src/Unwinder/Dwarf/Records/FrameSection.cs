namespace Unwinder.Dwarf.Records;

/// <summary>A section of call frame information, its relocations applied.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Kind">Which of the two layouts it has.</param>
/// <param name="Bytes">Its contents, which must not change.</param>
/// <param name="Address">Where its first byte lies when the code runs: what PC-relative pointers count from.</param>
public sealed record FrameSection(string Name, FrameSectionKind Kind, ReadOnlyMemory<byte> Bytes, ulong Address);
