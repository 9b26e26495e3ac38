using System.Runtime.InteropServices;

namespace Elf.Records;

/// <summary>Elf64_Shdr, 64 bytes (gABI, "Section Header").</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct SectionHeaderRecord(
    uint Name,
    SectionType Type,
    SectionFlags Flags,
    ulong Address,
    ulong Offset,
    ulong Size,
    uint Link,
    uint Info,
    ulong Alignment,
    ulong EntrySize)
{
    public const int ByteSize = 64;

    /// <summary>Whether [Offset, Offset + Size) is a range of the file and not only a claim on memory.</summary>
    public bool HasContents => Type is not (SectionType.Null or SectionType.NoBits);
}
