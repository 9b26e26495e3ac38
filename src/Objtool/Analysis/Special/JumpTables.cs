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
/// <remarks>
/// The search backwards from the jump is that of Linux 6.1, tools/objtool/check.c. It knows no registers, so what they say
/// comes first.
/// </remarks>
internal sealed class JumpTables(ObjectCode code)
{
    private readonly HashSet<(int Section, ulong Offset)> _starts = [];
    private readonly JumpTableReader _reader = new(code);

    /// <summary>Is there a table that is reached relative to rip? gcc then leaves dead code behind, rightly.</summary>
    public bool HasRipRelativeTable { get; private set; }

    /// <summary>Finds all tables, then follows them: the start of one ends another.</summary>
    public void Apply()
    {
        var found = new List<(CodeFunction Function, int Jump, JumpTable Table)>();
        foreach (var function in code.Functions)
        {
            if (function.Canonical == function && !function.IsColdPart)
                FindTables(function, found);
        }

        foreach (var (function, jump, table) in found)
            Follow(function, jump, table);
    }

    private void FindTables(CodeFunction function, List<(CodeFunction Function, int Jump, JumpTable Table)> found)
    {
        var jumps = FindJumps(function);
        if (jumps.Count == 0)
            return;

        var trace = new JumpOperandTrace(code, _reader, function);
        var claimed = new HashSet<(int Section, ulong Offset)>();
        var unknown = new List<int>();
        foreach (var table in trace.Tables)
            _starts.Add(table.Start);
        foreach (var jump in jumps)
        {
            if ((trace.TableOf(jump) ?? SearchBackwards(function, jump)) is not { } table)
            {
                unknown.Add(jump);
                continue;
            }

            claimed.Add(table.Start);
            HasRipRelativeTable |= table is { IsNamedByDistance: true, IsRelative: false };
            found.Add((function, jump, table));
        }

        // A table that no jump was seen to use: its address was spilled to the stack, or several ways lead to one jump.
        var users = unknown.Count > 0 ? unknown : jumps;
        if (users.Count == 1)
            found.AddRange(trace.Tables.Where(table => !claimed.Contains(table.Start)).Select(table => (function, users[0], table)));
    }

    /// <summary>The function's indirect jumps. By the way notes where its forward jumps lead, for the search backwards.</summary>
    private List<int> FindJumps(CodeFunction function)
    {
        var found = new List<int>();
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

            if (instruction.Kind == InstructionKind.DynamicJump)
                found.Add(index);
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
    private JumpTable? SearchBackwards(CodeFunction function, int jump)
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

            if (_reader.NamelessTableAt(instruction) is { } table && _reader.LeadsInto(table, function))
                return table;
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

    private void Follow(CodeFunction function, int jump, JumpTable table)
    {
        var relocations = code.RelocationsOf(table.Section);
        var all = relocations.All;
        var offset = table.Offset;
        for (var i = relocations.FirstAtOrAfter(table.Offset); i < all.Length && all[i].Offset == offset && offset < table.End; i++, offset += table.EntrySize)
        {
            if ((offset != table.Offset && _starts.Contains((table.Section.Index, offset))) || all[i].Type != table.EntryType)
                return;

            var (section, target, index) = _reader.TargetOf(all[i], table);
            // Pointers to functions that happen to follow the table.
            if (section == function.Section && target == function.Offset && !table.IsRelative)
                return;
            if (index < 0 || code.FunctionOf(code[index])?.Parent != function)
                return;
            code.AddAlternate(jump, new AlternateTarget(index, ReplacesOriginal: false));
        }
    }
}
