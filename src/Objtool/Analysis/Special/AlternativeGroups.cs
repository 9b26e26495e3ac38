using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Analysis.Special;

/// <summary>
/// Ties replacements to what they replace: control that comes to the end of a replacement goes on behind the original,
/// as it does when the kernel has copied the one over the other.
/// </summary>
internal sealed class AlternativeGroups(ObjectCode code)
{
    /// <summary>Groups one replacement with its original and returns the number of the first instruction of the former.</summary>
    /// <param name="entry">The alternative.</param>
    /// <param name="original">First instruction of the original.</param>
    /// <param name="replacement">First instruction of the replacement; -1 when the original is replaced by nothing.</param>
    /// <exception cref="AnalysisException">A replacement that can't be copied.</exception>
    public int Add(SpecialEntry entry, int original, int replacement)
    {
        var originalGroup = GroupOfOriginal(entry, original);
        var last = replacement < 0 ? CodeInstruction.None : LastBefore(code.SectionOf(entry.TargetSection)!, replacement, entry.TargetOffset + (ulong)entry.TargetLength);
        var padding = entry.TargetLength < entry.OriginalLength ? AddPadding(entry, original) : CodeInstruction.None;
        var first = replacement < 0 ? padding : replacement;
        var group = originalGroup.Replacement(first, Math.Max(first, last), (uint)entry.TargetOffset);
        if (replacement < 0)
        {
            // Only the stand-in: it is first and last.
            code.AddGroup(group);
            return padding;
        }

        group.Padding = padding;
        for (var i = replacement; i <= last; i++)
            Adopt(entry, original, group, i);
        code.AddGroup(group);
        return replacement;
    }

    /// <summary>
    /// Of several alternatives at one place each has its own group, and the last one's states become the rows, as in the
    /// kernel's objtool until 6.2.
    /// </summary>
    private AlternativeGroup GroupOfOriginal(SpecialEntry entry, int original)
    {
        var last = LastBefore(code.SectionOf(entry.OriginalSection)!, original, entry.OriginalOffset + (ulong)entry.OriginalLength);
        var group = AlternativeGroup.OfOriginal(original, last, (uint)entry.OriginalOffset, entry.OriginalLength);
        code.AddGroup(group);
        return group;
    }

    private int LastBefore(CodeSection section, int first, ulong end)
    {
        var behind = code.FirstAtOrAfter(section, end);
        return Math.Max(first, behind - 1);
    }

    /// <summary>Stands for the nops behind a replacement that is shorter than the original.</summary>
    private int AddPadding(SpecialEntry entry, int original)
    {
        ref readonly var model = ref code[original];
        return code.AddStandIn(new CodeInstruction
        {
            Offset = (uint)entry.TargetOffset + (uint)entry.TargetLength,
            Length = (byte)(entry.OriginalLength - entry.TargetLength),
            Kind = InstructionKind.Nop,
            Section = code.SectionOf(entry.TargetSection) is { } target ? SectionNumberOf(target) : model.Section,
            Function = model.Function,
            JumpDestination = CodeInstruction.None,
            CallDestination = CodeInstruction.None,
            State = CodeInstruction.None,
            Group = CodeInstruction.None,
            Alternates = CodeInstruction.None,
            FirstJumpSource = CodeInstruction.None,
        });
    }

    private void Adopt(SpecialEntry entry, int original, AlternativeGroup group, int index)
    {
        ref readonly var model = ref code[original];
        ref var instruction = ref code[index];
        instruction.Function = model.Function;
        if (model.Has(InstructionMarks.IgnoreAlternates))
            instruction.Marks |= InstructionMarks.Ignored;

        // The kernel adjusts relative offsets only in a branch that is the first instruction of a replacement.
        var isFirstBranch = instruction.Offset == entry.TargetOffset
            && (instruction.Kind == InstructionKind.Call || instruction.Kind.IsStaticJump() || instruction.Kind == InstructionKind.DynamicJump);
        if (!entry.RelocatesAnywhere && !isFirstBranch && code.TryFindRelocation(instruction, out _))
        {
            throw new AnalysisException(new(
                DiagnosticKind.AlternativeRelocationUnsupported, code.PlaceOf(index), "unsupported relocation in alternatives section"));
        }

        var end = entry.TargetOffset + (ulong)entry.TargetLength;
        if (!instruction.Kind.IsStaticJump() || instruction.EncodedTarget != end || instruction.EncodedTarget == instruction.EndOffset)
            return;

        // A jump to the end of the replacement is one to the end of the original.
        instruction.JumpDestination = code.NextOf(group.Original!.Last);
        if (instruction.JumpDestination < 0)
        {
            throw new AnalysisException(new(
                DiagnosticKind.AlternativeEndMissing, code.PlaceOf(index), "can't find alternative jump destination"));
        }
    }

    private int SectionNumberOf(CodeSection section)
    {
        for (var i = 0; i < code.Sections.Count; i++)
        {
            if (code.Sections[i] == section)
                return i;
        }

        throw new ArgumentException($"{section.Name} is not of this file", nameof(section));
    }
}
