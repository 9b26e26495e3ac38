using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Objtool.Analysis;

/// <summary>
/// Finds the first instruction that nothing leads to. Either it is dead, or the analysis missed a way, and then its
/// row would be missing too.
/// </summary>
internal sealed class ReachabilityCheck(ObjectCode code, NoreturnFunctions noreturn)
{
    /// <summary>How far a sanitizer's call may be from code that only leads to it.</summary>
    private const int SanitizerDistance = 5;

    /// <summary>The finding, or null when everything was reached or may be passed over.</summary>
    public Diagnostic? Find()
    {
        for (var i = 0; i < code.Count && !IsStandIn(i); i++)
        {
            if (!code[i].Has(InstructionMarks.Visited) && !MayBeUnreachable(i))
                return new Diagnostic(DiagnosticKind.UnreachableInstruction, code.PlaceOf(i), "unreachable instruction") { Instruction = i };
        }

        return null;
    }

    private bool IsStandIn(int index) => index >= code.Sections[^1].End;

    private bool MayBeUnreachable(int index)
    {
        ref readonly var instruction = ref code[index];
        if (instruction.Has(InstructionMarks.Ignored) || instruction.Kind is InstructionKind.Nop or InstructionKind.Trap)
            return true;
        if (!code.Sections[instruction.Section].HasRows)
            return true;
        return instruction.Function >= 0 && (IsStaticCallTrampoline(index) || IsCompilersDeadEnd(index) || LeadsToSanitizer(index));
    }

    /// <summary>Patched as a whole at run time.</summary>
    private bool IsStaticCallTrampoline(int index) =>
        code.FunctionOf(code[index])!.Name.StartsWith("__SCT__", StringComparison.Ordinal);

    /// <summary>A ud2, or a jump to one, that the compiler put behind a call that never returns or behind another ud2.</summary>
    private bool IsCompilersDeadEnd(int index)
    {
        if (index == 0)
            return false;

        ref readonly var before = ref code[index - 1];
        if (!before.Has(InstructionMarks.DeadEnd) && !(before.CallDestination >= 0 && noreturn.Contains(before.CallDestination)))
            return false;

        ref readonly var instruction = ref code[index];
        return instruction.Kind == InstructionKind.Bug
            || (instruction is { Kind: InstructionKind.Jump, JumpDestination: >= 0 }
                && code[instruction.JumpDestination].Kind == InstructionKind.Bug);
    }

    private bool LeadsToSanitizer(int index)
    {
        var function = code.FunctionOf(code[index])!;
        for (var i = 0; i < SanitizerDistance; i++)
        {
            ref readonly var instruction = ref code[index];
            if (instruction is { Kind: InstructionKind.Call, CallDestination: >= 0 }
                && code.File.Symbols[instruction.CallDestination].Name
                    is "__asan_handle_no_return" or "__ubsan_handle_builtin_unreachable")
            {
                return true;
            }

            if (instruction.Kind == InstructionKind.Jump)
            {
                if (instruction.JumpDestination < 0 || code[instruction.JumpDestination].Function != function.Index)
                    return false;
                index = instruction.JumpDestination;
                continue;
            }

            if (instruction.EndOffset >= function.End || code.NextOf(index) < 0)
                return false;
            index++;
        }

        return false;
    }
}
