using Elf;
using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Analysis.Special;

/// <summary>
/// Finds the tables that indirect jumps of switch statements read, and makes an alternate way of each entry. Tables of
/// absolute addresses (8 bytes each) and, beyond the kernel's objtool, of distances from the table itself (4 bytes each,
/// position-independent code).
/// </summary>
/// <remarks>Behaviour for absolute tables: Linux 6.1, tools/objtool/check.c and arch/x86/special.c.</remarks>
internal sealed class JumpTables(ObjectCode code)
{
    private const string CJumpTableSection = ".rodata..c_jump_table";
    private const int AbsoluteEntrySize = 8;
    private const int RelativeEntrySize = 4;

    /// <summary>A direct field ends the instruction, so what is encoded is short of the place by the field's size.</summary>
    private const long FieldSize = 4;

    private readonly HashSet<(int Section, ulong Offset)> _starts = [];
    private readonly RodataSymbols _symbols = new(code.File);

    private readonly record struct Table(ElfSection Section, ulong Offset, bool IsRelative);

    /// <summary>Is there a table that is reached relative to rip? gcc then leaves dead code behind, rightly.</summary>
    public bool HasRipRelativeTable { get; private set; }

    /// <summary>Finds all tables, then follows them: the start of one ends another.</summary>
    public void Apply()
    {
        foreach (var function in code.Functions)
        {
            if (function.Canonical != function || function.IsColdPart)
                continue;
            var jumps = FindTables(function);
            foreach (var (jump, table) in jumps)
                Follow(function, jump, table);
        }
    }

    private List<(int Jump, Table Table)> FindTables(CodeFunction function)
    {
        var found = new List<(int, Table)>();
        var last = CodeInstruction.None;
        foreach (var index in code.BodyOf(function))
        {
            if (last < 0)
                last = index;
            ref readonly var instruction = ref code[index];
            if (IsForwardJump(instruction, code[last]))
            {
                ref var destination = ref code[instruction.JumpDestination];
                if (destination.FirstJumpSource < 0)
                {
                    destination.FirstJumpSource = index;
                    last = instruction.JumpDestination;
                }
            }

            if (instruction.Kind == InstructionKind.DynamicJump && FindTable(function, index) is { } table)
            {
                _starts.Add((table.Section.Index, table.Offset));
                found.Add((index, table));
            }
        }

        return found;
    }

    private bool IsForwardJump(in CodeInstruction jump, in CodeInstruction last) =>
        jump is { Kind: InstructionKind.Jump, JumpDestination: >= 0 }
        && jump.Offset > last.Offset && code[jump.JumpDestination].Offset > jump.Offset;

    /// <summary>
    /// Backwards from the jump, by way of the jumps that lead there, to the instruction that names a table whose first
    /// entry leads into the function.
    /// </summary>
    private Table? FindTable(CodeFunction function, int jump)
    {
        for (var i = jump; i >= 0 && code.FunctionOf(code[i])?.Parent == function; i = Before(i))
        {
            ref readonly var instruction = ref code[i];
            if (i != jump && instruction.Kind == InstructionKind.DynamicJump)
                return null;
            if (instruction is { Kind: InstructionKind.Jump, JumpDestination: >= 0 }
                && (code[instruction.JumpDestination].Offset <= instruction.Offset
                    || code[instruction.JumpDestination].Offset > code[jump].Offset))
            {
                return null;
            }

            if (TableNamedBy(instruction) is { } table && FirstTarget(table) is >= 0 and var target
                && code.FunctionOf(code[target])?.Parent == function)
            {
                HasRipRelativeTable |= !table.IsRelative && IsPcRelative(instruction);
                return table;
            }
        }

        return null;
    }

    private int Before(int index)
    {
        ref readonly var instruction = ref code[index];
        if (instruction.FirstJumpSource >= 0)
            return instruction.FirstJumpSource;
        var before = index - 1;
        return before >= code.Sections[instruction.Section].First && code[before].Function == instruction.Function
            ? before
            : CodeInstruction.None;
    }

    private bool IsPcRelative(in CodeInstruction instruction) =>
        code.TryFindRelocation(instruction, out var relocation) && relocation.Type == RelocationType.Pc32;

    private Table? TableNamedBy(in CodeInstruction instruction)
    {
        if (!code.TryFindRelocation(instruction, out var relocation))
            return null;
        var symbol = code.File.Symbols[relocation.Symbol];
        if (symbol.Type != SymbolType.Section || symbol.Section is not { } section || !IsRodata(section))
            return null;

        var offset = unchecked((ulong)(relocation.Addend + (relocation.Type == RelocationType.Pc32 ? FieldSize : 0)));
        // Tables have no name of their own, except those that C code declares to be some.
        if (section.Name != CJumpTableSection && _symbols.Covers(section, offset))
            return null;
        if (!code.RelocationsOf(section).TryFind(offset, offset + 1, out var entry))
            return null;
        return new Table(section, offset, entry.Type == RelocationType.Pc32);
    }

    private int FirstTarget(Table table) =>
        code.RelocationsOf(table.Section).TryFind(table.Offset, table.Offset + 1, out var entry) ? TargetOf(entry, table).Index : CodeInstruction.None;

    private void Follow(CodeFunction function, int jump, Table table)
    {
        var relocations = code.RelocationsOf(table.Section);
        var entrySize = (ulong)(table.IsRelative ? RelativeEntrySize : AbsoluteEntrySize);
        var all = relocations.All;
        var offset = table.Offset;
        for (var i = relocations.FirstAtOrAfter(table.Offset); i < all.Length && all[i].Offset == offset; i++, offset += entrySize)
        {
            if (offset != table.Offset && _starts.Contains((table.Section.Index, offset)))
                return;

            var (section, target, index) = TargetOf(all[i], table);
            // Pointers to functions that happen to follow the table.
            if (section == function.Section && target == function.Offset && !table.IsRelative)
                return;
            if (index < 0 || code.FunctionOf(code[index])?.Parent != function)
                return;
            code.AddAlternate(jump, new AlternateTarget(index, ReplacesOriginal: false));
        }
    }

    private (CodeSection? Section, ulong Offset, int Index) TargetOf(in ElfRelocation entry, Table table)
    {
        var symbol = code.File.Symbols[entry.Symbol];
        var value = symbol.Type == SymbolType.Section ? 0 : symbol.Value;
        var fromTable = table.IsRelative ? entry.Offset - table.Offset : 0;
        var offset = unchecked(value + (ulong)entry.Addend - fromTable);
        var section = code.SectionOf(symbol.Section);
        return (section, offset, section is null ? CodeInstruction.None : code.IndexAt(section, offset));
    }

    private static bool IsRodata(ElfSection section) =>
        section.Name.StartsWith(".rodata", StringComparison.Ordinal) && !section.Name.Contains(".str1.", StringComparison.Ordinal);
}
