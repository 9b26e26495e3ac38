using System.Buffers.Binary;
using Elf;
using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;
using Undwarf.Quirks;

namespace Objtool.Analysis.Special;

/// <summary>
/// Dead ends that the source annotates: each record of <c>.discard.unreachable</c> names the place behind an instruction
/// that control does not pass, each record of <c>.discard.reachable</c> the place behind a ud2 that it does (WARN). A
/// linked module has lost these; its bug table tells warnings from bugs as well.
/// </summary>
internal sealed class DeadEndAnnotations(ObjectCode code, QuirkSet quirks)
{
    private const string BugTable = "__bug_table";
    private const int WarningFlag = 1;

    /// <summary>struct bug_entry with file and line (CONFIG_DEBUG_BUGVERBOSE) and without: size, offset of the flags.</summary>
    private static readonly (int Size, int Flags)[] _bugLayouts = [(12, 10), (6, 4), (8, 4)];

    /// <exception cref="AnalysisException">A record that names no place in the code.</exception>
    public void Apply()
    {
        foreach (var index in InstructionsBefore(".discard.unreachable"))
            code[index].Marks |= InstructionMarks.DeadEnd;
        if (quirks.HasFlag(QuirkSet.DeadEndWithoutRows))
            return;
        foreach (var index in InstructionsBefore(".discard.reachable"))
            code[index].Marks &= ~InstructionMarks.DeadEnd;
        ApplyBugTable();
    }

    private IEnumerable<int> InstructionsBefore(string sectionName)
    {
        foreach (var (place, offset) in AnnotationSection.Read(code.File, sectionName))
        {
            if (place is null)
            {
                throw new AnalysisException(new(
                    DiagnosticKind.UnreachableAnnotationRelocation, null, $"unexpected relocation symbol type in .rela{sectionName}"));
            }

            yield return InstructionBefore(place, offset) ?? throw new AnalysisException(new(
                DiagnosticKind.MissingUnreachableInstruction, null,
                $"can't find {sectionName[".discard.".Length..]} insn at {place.Name}+0x{offset:x}"));
        }
    }

    private int? InstructionBefore(ElfSection place, ulong offset)
    {
        if (code.SectionOf(place) is not { } section)
            return null;
        var index = offset == place.Size ? section.End : code.IndexAt(section, offset);
        return index > section.First ? index - 1 : null;
    }

    private void ApplyBugTable()
    {
        if (code.File.FindSection(BugTable) is not { Contents.Length: > 0 } section)
            return;

        var relocations = code.RelocationsOf(section);
        if (_bugLayouts.FirstOrDefault(layout => Fits(section, relocations, layout.Size)) is not { Size: > 0 } layout)
            return;
        for (var begin = 0; begin < section.Contents.Length; begin += layout.Size)
        {
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(section.Contents[(begin + layout.Flags)..]);
            if ((flags & WarningFlag) == 0 || !relocations.TryFind((ulong)begin, (ulong)begin + 1, out var relocation))
                continue;

            var symbol = code.File.Symbols[relocation.Symbol];
            if (code.SectionOf(symbol.Section) is { } text
                && code.IndexAt(text, unchecked(symbol.Value + (ulong)relocation.Addend)) is >= 0 and var bug
                && code[bug].Kind == InstructionKind.Bug)
            {
                code[bug].Marks &= ~InstructionMarks.DeadEnd;
            }
        }
    }

    private static bool Fits(ElfSection section, RelocationIndex relocations, int size)
    {
        if (section.Contents.Length % size != 0)
            return false;
        for (var begin = 0; begin < section.Contents.Length; begin += size)
        {
            if (!relocations.TryFind((ulong)begin, (ulong)begin + 1, out _))
                return false;
        }

        return true;
    }
}
