using Elf;
using Objtool.Analysis;
using Objtool.Code;
using Objtool.Diagnostics;
using Objtool.StackStates;
using Undwarf;

namespace Objtool.Hints;

/// <summary>Attaches the records of <c>.discard.unwind_hints</c> to the instructions that they stand at.</summary>
internal sealed class HintReader(ObjectCode code, StateTable states, KernelRelease release)
{
    private const string SectionName = ".discard.unwind_hints";

    /// <exception cref="AnalysisException">Records that can't be read or that name no instruction.</exception>
    public void Apply()
    {
        if (code.File.FindSection(SectionName) is not { Size: > 0 } section)
            return;
        if (section.Relocations.IsEmpty)
            throw Fail(DiagnosticKind.HintsWithoutRelocations, $"missing .rela{SectionName} section");

        var version = VersionOf(section);
        var size = HintRecord.SizeOf(version);
        var relocations = code.RelocationsOf(section);
        for (var i = 0; i < section.Contents.Length / size; i++)
        {
            var begin = (uint)(i * size);
            if (!relocations.TryFind(begin, begin + 1, out var relocation))
                throw Fail(DiagnosticKind.HintWithoutRelocation, $"can't find rela for unwind_hints[{i}]");

            var index = InstructionOf(relocation, i);
            if (HintRecord.Read(version, section.Contents[(int)begin..]) is not { } hint)
                throw Fail(DiagnosticKind.HintTypeUnknown, $"unknown type {section.Contents[(int)begin + 7]} of unwind_hints[{i}]", index);
            Attach(hint, index);
        }
    }

    private HintVersion VersionOf(ElfSection section)
    {
        // One relocation per record.
        var count = section.Relocations.Length;
        foreach (var version in new[] { HintVersion.Undwarf, LongRecordsOf(release) })
        {
            if ((long)HintRecord.SizeOf(version) * count == section.Contents.Length)
                return version;
        }

        throw Fail(
            DiagnosticKind.HintSizeMismatch,
            $"struct unwind_hint size mismatch: {count} records in {section.Contents.Length} bytes of {SectionName}");
    }

    private static HintVersion LongRecordsOf(KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => HintVersion.Orc61,
        KernelRelease.Linux63 => HintVersion.Orc63,
        _ => HintVersion.Orc64,
    };

    private int InstructionOf(in ElfRelocation relocation, int record)
    {
        var symbol = code.File.Symbols[relocation.Symbol];
        var index = code.SectionOf(symbol.Section) is { } section
            ? code.IndexAt(section, unchecked(symbol.Value + (ulong)relocation.Addend))
            : CodeInstruction.None;
        return index >= 0 ? index : throw Fail(DiagnosticKind.HintWithoutInstruction, $"can't find insn for unwind_hints[{record}]");
    }

    private void Attach(in UnwindHint hint, int index)
    {
        ref var instruction = ref code[index];
        switch (hint.Kind)
        {
            case HintKind.Save:
                instruction.Marks |= InstructionMarks.Save;
                break;
            case HintKind.Restore:
                instruction.Marks |= InstructionMarks.Hint | InstructionMarks.Restore;
                break;
            case HintKind.FunctionEntry:
                instruction.Marks |= InstructionMarks.Hint;
                instruction.State = states.NumberOf(StackState.FunctionEntry);
                break;
            default:
                instruction.Marks |= InstructionMarks.Hint;
                instruction.State = states.NumberOf(StateOf(hint, index));
                break;
        }
    }

    private StackState StateOf(in UnwindHint hint, int index)
    {
        var state = StackState.Blank;
        state.Cfa = new Location(BaseOf(hint.CfaRegister, index), hint.CfaOffset);
        state.Type = hint.Type;
        state.Flags = hint.Flags;
        if (hint is { Type: FrameType.Cfa, CfaRegister: UndwarfRegister.Sp })
        {
            // The distance to the CFA is known, so registers saved from here on can be told their place.
            state.StackSize = hint.CfaOffset;
            state.Saved[StackBase.ReturnAddress] = Location.FromCfa(-8);
        }

        return state;
    }

    private StackBase BaseOf(UndwarfRegister register, int index) => register switch
    {
        UndwarfRegister.Undefined => StackBase.Undefined,
        UndwarfRegister.Sp => StackBase.Sp,
        UndwarfRegister.Bp => StackBase.Bp,
        UndwarfRegister.SpIndirect => StackBase.SpIndirect,
        UndwarfRegister.R10 => StackBase.R10,
        UndwarfRegister.R13 => StackBase.R13,
        UndwarfRegister.Di => StackBase.Di,
        UndwarfRegister.Dx => StackBase.Dx,
        _ => throw Fail(
            DiagnosticKind.HintRegisterUnsupported, $"unsupported unwind_hint cfa base reg {(int)register}", index),
    };

    private AnalysisException Fail(DiagnosticKind kind, string message, int index) => new(new(kind, code.PlaceOf(index), message));

    private static AnalysisException Fail(DiagnosticKind kind, string message) => new(new(kind, null, message));
}
