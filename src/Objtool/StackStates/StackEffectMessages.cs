using Objtool.Diagnostics;

namespace Objtool.StackStates;

/// <summary>The kernel's words for an instruction whose effect on the stack can't be followed.</summary>
internal static class StackEffectMessages
{
    /// <summary>The sentence for one of the outcomes of <see cref="StackEffects.Apply"/>.</summary>
    public static string Of(DiagnosticKind kind) => kind switch
    {
        DiagnosticKind.UndefinedStackState => "undefined stack state",
        DiagnosticKind.UnsupportedStackRegisterModification => "unsupported stack register modification",
        DiagnosticKind.UnsupportedRealignment => "unsupported stack pointer realignment",
        DiagnosticKind.UnknownStackInstruction => "unknown stack-related instruction",
        DiagnosticKind.UnknownStackMemoryOperation => "unknown stack-related memory operation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
