using System.Runtime.InteropServices;

namespace Elf;

/// <summary>
/// A program header (Elf64_Phdr), laid out as on disk. [Offset, Offset + FileSize) lies in the file; for
/// <see cref="SegmentType.Load"/> FileSize is at most MemorySize and the bytes between them are zero in memory.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ElfSegment(
    SegmentType Type,
    SegmentFlags Flags,
    ulong Offset,
    ulong Address,
    ulong PhysicalAddress,
    ulong FileSize,
    ulong MemorySize,
    ulong Alignment)
{
    internal const int ByteSize = 56;
}
