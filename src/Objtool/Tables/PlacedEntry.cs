using Objtool.Code;
using Undwarf;

namespace Objtool.Tables;

/// <summary>A row to be written: it holds from an offset of a section on.</summary>
public readonly record struct PlacedEntry(CodeSection Section, uint Offset, UndwarfEntry Entry);
