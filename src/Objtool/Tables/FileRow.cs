using Elf;
using Undwarf;

namespace Objtool.Tables;

/// <summary>A row as a file holds it: it holds from an offset of a section on, or, in a linked file, from an address on.</summary>
public readonly record struct FileRow(ElfSection? Section, ulong Offset, UndwarfEntry Entry);
