using Objtool.Code;
using Objtool.Diagnostics;
using Objtool.StackStates;

namespace Objtool.Analysis.Special;

/// <summary>Functions that do with the stack what can't be followed, and say so: STACK_FRAME_NON_STANDARD.</summary>
internal sealed class IgnoredFunctions(ObjectCode code, StateTable states)
{
    private const string Annotations = ".discard.func_stack_frame_non_standard";

    /// <exception cref="AnalysisException">An annotation that names no function.</exception>
    public void Apply()
    {
        var unknown = states.NumberOf(StackState.DeclaredUnknown);
        foreach (var (section, offset) in new AnnotatedPlaces(code, Annotations).Places())
        {
            var function = section is null ? null : code.FunctionOf(code.CallableAt(section, offset));
            if (function is null)
            {
                throw new AnalysisException(new(
                    DiagnosticKind.UnreachableAnnotationRelocation, null, $"unexpected relocation symbol type in {Annotations}"));
            }

            foreach (var index in code.BodyOf(function.Canonical))
            {
                code[index].Marks |= InstructionMarks.Ignored;
                code[index].State = unknown;
            }
        }
    }
}
