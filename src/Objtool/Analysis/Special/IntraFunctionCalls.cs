using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;
using Undwarf.Quirks;

namespace Objtool.Analysis.Special;

/// <summary>
/// Calls that only put their return address on the stack and go on within the function: they become jumps that push.
/// </summary>
internal sealed class IntraFunctionCalls(ObjectCode code, QuirkSet quirks)
{
    /// <exception cref="AnalysisException">An annotation at something else, or a call that leads to no instruction.</exception>
    public void Apply()
    {
        foreach (var index in new AnnotatedPlaces(code, AnnotationSection.IntraFunctionCalls).Instructions())
        {
            if (code[index].Kind != InstructionKind.Call)
            {
                throw new AnalysisException(new(
                    DiagnosticKind.IntraFunctionCallMisplaced, code.PlaceOf(index), "intra_function_call not a direct call"));
            }

            Convert(index);
        }

        // The final link of a module drops the annotation. In replacement code, which a call can't leave, a call to a
        // place that is no function needs none.
        foreach (var section in code.Sections)
        {
            if (section.Name == ".altinstr_replacement")
                ApplyToReplacements(section);
        }
    }

    private void ApplyToReplacements(CodeSection section)
    {
        for (var i = section.First; i < section.End; i++)
        {
            ref readonly var call = ref code[i];
            if (call.Kind == InstructionKind.Call && !code.TryFindRelocation(call, out _)
                && code.CallableAt(section, call.EncodedTarget) < 0 && code.IndexAt(section, call.EncodedTarget) >= 0)
            {
                Convert(i);
            }
        }
    }

    private void Convert(int index)
    {
        ref var call = ref code[index];
        if (quirks.HasFlag(QuirkSet.IntraFunctionCall))
        {
            // A call like any other: to somewhere, and back with the stack as it was.
            (call.Kind, call.OperationCount) = (InstructionKind.DynamicCall, 0);
            return;
        }

        call.Kind = InstructionKind.Jump;
        call.JumpDestination = code.IndexAt(code.Sections[call.Section], call.EncodedTarget);
        if (call.JumpDestination < 0)
        {
            throw new AnalysisException(new(
                DiagnosticKind.MissingCallDestination, code.PlaceOf(index),
                $"can't find call dest at {code.Sections[call.Section].Name}+0x{call.EncodedTarget:x}"));
        }
    }
}
