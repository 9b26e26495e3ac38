using Elf;
using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Analysis.Special;

/// <summary>Makes alternate ways through the code of the entries of special sections.</summary>
internal sealed class AlternateEdges(ObjectCode code, List<Diagnostic> diagnostics)
{
    /// <summary>X86_FEATURE_POPCNT: code for processors without it is not worth checking (kernel).</summary>
    private const int PopcntFeature = (4 * 32) + 23;

    /// <summary>X86_FEATURE_SMAP: the replacement only sets a flag.</summary>
    private const int SmapFeature = (9 * 32) + 20;

    private readonly AlternativeGroups _groups = new(code);

    /// <exception cref="AnalysisException">An entry that can't be followed.</exception>
    public void Add()
    {
        IgnoreAnnotated();
        foreach (var entry in SpecialSectionReader.Read(code.File))
            Add(entry);
    }

    /// <summary><c>.discard.ignore_alts</c>: replacements that do to the stack what no table can say.</summary>
    private void IgnoreAnnotated()
    {
        foreach (var index in new AnnotatedPlaces(code, ".discard.ignore_alts").Instructions())
            code[index].Marks |= InstructionMarks.IgnoreAlternates;
    }

    private void Add(SpecialEntry entry)
    {
        var original = Find(entry.OriginalSection, entry.OriginalOffset, DiagnosticKind.SpecialOriginalMissing, "special: can't find orig instruction");

        switch (entry.Kind)
        {
            case SpecialEntryKind.Alternative:
                AddAlternative(entry, original);
                break;
            case SpecialEntryKind.JumpLabel:
                AddJumpLabel(entry, original);
                break;
            default:
                code.AddAlternate(original, new AlternateTarget(RequireTarget(entry), ReplacesOriginal: false));
                break;
        }
    }

    private void AddAlternative(SpecialEntry entry, int original)
    {
        if (entry.OriginalLength == 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticKind.EmptyAlternative, code.PlaceOf(original), "empty alternative entry"));
            return;
        }

        if (entry.Feature == SmapFeature)
            code[original].Marks |= InstructionMarks.IgnoreAlternates;
        var replacement = entry.TargetLength > 0 ? RequireTarget(entry) : CodeInstruction.None;
        var target = _groups.Add(entry, original, replacement);
        code.AddAlternate(original, new AlternateTarget(target, ReplacesOriginal: entry.Feature == PopcntFeature));
    }

    private void AddJumpLabel(SpecialEntry entry, int original)
    {
        ref readonly var instruction = ref code[original];
        var target = instruction.Kind switch
        {
            InstructionKind.Nop => RequireTarget(entry),
            InstructionKind.Jump => code.NextOf(original),
            _ => throw new AnalysisException(new(
                DiagnosticKind.JumpLabelUnsupported, code.PlaceOf(original), "unsupported instruction at jump label")),
        };
        if (target >= 0)
            code.AddAlternate(original, new AlternateTarget(target, ReplacesOriginal: false));
    }

    private int RequireTarget(SpecialEntry entry) =>
        Find(entry.TargetSection, entry.TargetOffset, DiagnosticKind.SpecialTargetMissing, "special: can't find new instruction");

    private int Find(ElfSection? section, ulong offset, DiagnosticKind missing, string message)
    {
        var text = code.SectionOf(section);
        var index = text is null ? CodeInstruction.None : code.IndexAt(text, offset);
        if (index >= 0)
            return index;
        var place = section is null ? null : new CodePlace(section.Name, offset, null, 0);
        throw new AnalysisException(new(missing, place, message));
    }
}
