using System.Collections.Immutable;
using Elf.Records;

namespace Elf;

/// <summary>Where everything new goes: first phase of writing, nothing but numbers.</summary>
/// <param name="Offsets">File offset of each block, in the order given.</param>
/// <param name="SectionHeadersOffset">Where the section header table starts; it is the last thing in the file.</param>
/// <param name="FileSize">In bytes.</param>
internal sealed record ElfLayout(ImmutableArray<ulong> Offsets, ulong SectionHeadersOffset, ulong FileSize)
{
    /// <summary>Only addresses need more, and nothing that is added gets one; a hostile sh_addralign must not blow up the file.</summary>
    private const ulong LargestAlignment = 4096;

    private const ulong HeaderAlignment = 8;

    /// <summary>Places blocks one after the other behind the bytes that stay, then the section header table.</summary>
    /// <param name="keptLength">Bytes at the start of the file that stay where they are.</param>
    /// <param name="blocks">What to place.</param>
    /// <param name="sectionCount">Entries of the section header table.</param>
    public static ElfLayout After(ulong keptLength, ReadOnlySpan<LayoutBlock> blocks, int sectionCount)
    {
        var offsets = ImmutableArray.CreateBuilder<ulong>(blocks.Length);
        var end = keptLength;
        foreach (var block in blocks)
        {
            var offset = AlignUp(end, Math.Clamp(block.Alignment, 1, LargestAlignment));
            offsets.Add(offset);
            end = offset + block.Size;
        }

        var headers = AlignUp(end, HeaderAlignment);
        return new(offsets.MoveToImmutable(), headers, headers + ((ulong)sectionCount * SectionHeaderRecord.ByteSize));
    }

    private static ulong AlignUp(ulong value, ulong alignment) => (value + alignment - 1) & ~(alignment - 1);
}
