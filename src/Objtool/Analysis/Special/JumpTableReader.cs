using Elf;
using Objtool.Code;

namespace Objtool.Analysis.Special;

/// <summary>Tells which instructions name a place that may be a jump table, and where the entries of one lead.</summary>
internal sealed class JumpTableReader(ObjectCode code)
{
    private const string CJumpTableSection = ".rodata..c_jump_table";

    /// <summary>A direct field ends the instruction, so what is encoded is short of the place by the field's size.</summary>
    private const long FieldSize = 4;

    private readonly RodataSymbols _symbols = new(code.File);

    /// <summary>
    /// A place in read-only data without a name of its own, with a relocation at it: all that Linux 6.1 takes for a table
    /// (tools/objtool/check.c, arch/x86/special.c). C code that declares one puts it into a section for that.
    /// </summary>
    public JumpTable? NamelessTableAt(in CodeInstruction instruction) =>
        NamedBy(instruction) is { Section: var section } table && IsRodata(section)
        && (table.End == ulong.MaxValue || section.Name == CJumpTableSection)
            ? table with { End = ulong.MaxValue }
            : null;

    /// <summary>Any place in data with a relocation at it: only for jumps that are seen to take their target from there.</summary>
    public JumpTable? NamedBy(in CodeInstruction instruction)
    {
        if (!code.TryFindRelocation(instruction, out var relocation))
            return null;
        var symbol = code.File.Symbols[relocation.Symbol];
        if (symbol.Section is not { } section || section.Flags.HasFlag(SectionFlags.Execute))
            return null;

        var value = symbol.Type == SymbolType.Section ? 0 : symbol.Value;
        var offset = unchecked(value + (ulong)(relocation.Addend + (IsPcRelative(relocation) ? FieldSize : 0)));
        return code.RelocationsOf(section).TryFind(offset, offset + 1, out var entry)
            ? new JumpTable(section, offset, _symbols.EndOfCover(section, offset) ?? ulong.MaxValue, entry.Type, IsPcRelative(relocation))
            : null;
    }

    /// <summary>Does the table's first entry lead into the function?</summary>
    public bool LeadsInto(JumpTable table, CodeFunction function) =>
        code.RelocationsOf(table.Section).TryFind(table.Offset, table.Offset + 1, out var entry)
        && TargetOf(entry, table).Index is >= 0 and var target && code.FunctionOf(code[target])?.Parent == function;

    /// <summary>Where an entry leads: section, offset, and the number of the instruction there or -1.</summary>
    public (CodeSection? Section, ulong Offset, int Index) TargetOf(in ElfRelocation entry, JumpTable table)
    {
        var symbol = code.File.Symbols[entry.Symbol];
        var value = symbol.Type == SymbolType.Section ? 0 : symbol.Value;
        var fromTable = table.IsRelative ? entry.Offset - table.Offset : 0;
        var offset = unchecked(value + (ulong)entry.Addend - fromTable);
        var section = code.SectionOf(symbol.Section);
        return (section, offset, section is null ? CodeInstruction.None : code.IndexAt(section, offset));
    }

    private static bool IsPcRelative(in ElfRelocation relocation) => relocation.Type == RelocationType.Pc32;

    private static bool IsRodata(ElfSection section) =>
        section.Name.StartsWith(".rodata", StringComparison.Ordinal) && !section.Name.Contains(".str1.", StringComparison.Ordinal);
}
