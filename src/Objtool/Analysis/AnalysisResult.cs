using Objtool.Code;
using Objtool.Diagnostics;
using Objtool.StackStates;
using Undwarf.Quirks;

namespace Objtool.Analysis;

/// <summary>What is known of a file's code after the analysis.</summary>
public sealed class AnalysisResult
{
    private readonly StateTable _states;

    internal AnalysisResult(ObjectCode code, StateTable states, IReadOnlyList<Diagnostic> diagnostics, QuirkSet quirks)
    {
        Quirks = quirks;
        Code = code;
        _states = states;
        Diagnostics = diagnostics;
    }

    /// <summary>The instructions.</summary>
    public ObjectCode Code { get; }

    /// <summary>Warnings, in the order in which they were found. None of them stops a table from being written.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Faults of the past that were repeated, and are to be by what makes rows of this.</summary>
    internal QuirkSet Quirks { get; }

    /// <summary>The state before an instruction: <see cref="StackState.Blank"/> where the analysis never came.</summary>
    public StackState StateOf(in CodeInstruction instruction) => StateOf(instruction.State);

    /// <summary>The state of a number, as instructions have it.</summary>
    internal StackState StateOf(int number) => number < 0 ? StackState.Blank : _states[number];
}
