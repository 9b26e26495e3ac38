namespace Elf;

/// <summary>Contents that need a place in the file.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Alignment">sh_addralign: 0 or a power of two.</param>
internal readonly record struct LayoutBlock(ulong Size, ulong Alignment);
