using Elf;
using Objtool.Code;
using Objtool.Diagnostics;

namespace Objtool.Analysis;

/// <summary>
/// Dead ends that the source annotates: each record of <c>.discard.unreachable</c> names the place behind an instruction
/// that control does not pass, each record of <c>.discard.reachable</c> the place behind a ud2 that it does (WARN).
/// </summary>
internal sealed class DeadEndAnnotations(ObjectCode code)
{
    /// <exception cref="AnalysisException">A record that names no place in the code.</exception>
    public void Apply()
    {
        foreach (var index in Places(".discard.unreachable"))
            code.Instructions[index].Marks |= InstructionMarks.DeadEnd;
        foreach (var index in Places(".discard.reachable"))
            code.Instructions[index].Marks &= ~InstructionMarks.DeadEnd;
    }

    private IEnumerable<int> Places(string sectionName)
    {
        if (code.File.FindSection(sectionName) is not { } section)
            yield break;

        var relocations = section.Relocations.ToArray();
        foreach (var relocation in relocations)
            yield return InstructionBefore(section, relocation);
    }

    private int InstructionBefore(ElfSection section, in ElfRelocation relocation)
    {
        var symbol = code.File.Symbols[relocation.Symbol];
        if (symbol.Section is not { } place)
        {
            throw new AnalysisException(new(
                DiagnosticKind.UnreachableAnnotationRelocation, null, $"unexpected relocation symbol type in .rela{section.Name}"));
        }

        // A record relative to a symbol means the same as one relative to its section.
        var offset = unchecked((symbol.Type == SymbolType.Section ? 0 : symbol.Value) + (ulong)relocation.Addend);
        if (code.SectionOf(place) is { } target)
        {
            var index = offset == place.Size ? target.End : code.IndexAt(target, offset);
            if (index > target.First)
                return index - 1;
        }

        throw new AnalysisException(new(
            DiagnosticKind.MissingUnreachableInstruction, null,
            $"can't find {section.Name[".discard.".Length..]} insn at {place.Name}+0x{offset:x}"));
    }
}
