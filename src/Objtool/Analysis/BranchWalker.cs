using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;
using Objtool.StackStates;
using Undwarf.Quirks;

namespace Objtool.Analysis;

/// <summary>
/// Follows the flow of control from a start and stores on every instruction it reaches the state before it. Where two
/// ways meet they must agree. Depth first, the branch target before what lies behind the branch: the order of the
/// kernel's recursion, without its stack.
/// </summary>
internal sealed class BranchWalker(ObjectCode code, StateTable states, AnalysisOptions options, List<Diagnostic> diagnostics)
{
    private GrowingArray<Continuation> _pending = new(64);
    private GrowingArray<PathStep> _paths = new(256);
    private int _path;

    /// <summary>What is left to follow when a branch has been followed to its end.</summary>
    /// <param name="Instruction">Where to go on; the complement of the last instruction when the section ends behind it.</param>
    /// <param name="State">With which state.</param>
    /// <param name="Arrival">How it is come to.</param>
    /// <param name="Path">The branches that led there, as a number in <see cref="_paths"/>.</param>
    private readonly record struct Continuation(int Instruction, int State, Arrival Arrival, int Path);

    /// <summary>A branch on the way, and the number of the step before it.</summary>
    private readonly record struct PathStep(int Before, int Instruction);

    /// <summary>How the walk comes to an instruction.</summary>
    private enum Arrival : byte
    {
        /// <summary>From the instruction before it.</summary>
        Straight,

        /// <summary>By a branch, or as a start.</summary>
        Branch,

        /// <summary>Back from its alternates: what it does itself is still to come.</summary>
        AfterAlternates,
    }

    /// <summary>Walks from an instruction with a given state. False when the walk was given up with a warning.</summary>
    public bool Walk(int start, in StackState state)
    {
        var function = code.FunctionOf(code[start])?.Parent;
        _pending.Clear();
        _paths.Clear();
        _paths.Add(new PathStep(CodeInstruction.None, start));
        _pending.Add(new Continuation(start, states.NumberOf(state), Arrival.Branch, Path: 0));
        var done = true;
        while (done && _pending.TryPop(out var next))
        {
            _path = next.Path;
            done = Follow(next.Instruction, next.State, next.Arrival, function);
        }

        return done;
    }

    private bool Follow(int index, int stateNumber, Arrival arrival, CodeFunction? function)
    {
        var state = states[stateNumber];
        if (index < 0)
            return EndsSection(~index, state);
        while (true)
        {
            var next = NextOf(index);
            if (arrival != Arrival.AfterAlternates)
            {
                switch (Arrive(index, arrival, function, ref state, ref stateNumber))
                {
                    case Step.Stop:
                        return true;
                    case Step.GiveUp:
                        return false;
                }
            }

            if (!ApplyOperations(index, next, ref state, ref stateNumber))
                return false;
            switch (Leave(index, next, stateNumber, state, function is not null))
            {
                case Step.Stop:
                    return true;
                case Step.GiveUp:
                    return false;
                case Step.Jump:
                    _path = PathOver(index);
                    index = code[index].JumpDestination;
                    arrival = Arrival.Branch;
                    break;
                case Step.GoOn when next < 0:
                    return EndsSection(index, state);
                default:
                    index = next;
                    arrival = Arrival.Straight;
                    break;
            }
        }
    }

    /// <summary>Compares or stores the state before an instruction, then sees to its alternates.</summary>
    private Step Arrive(int index, Arrival arrival, CodeFunction? function, ref StackState state, ref int stateNumber)
    {
        ref var instruction = ref code[index];
        if (function is not null && code.FunctionOf(instruction) is { } covering && covering.Parent != function && !options.Quirks.HasFlag(QuirkSet.FallsThrough))
        {
            if (function.IsPrefix)
                return Step.Stop;
            Warn(
                DiagnosticKind.FallsThroughToNextFunction, index,
                $"{function.Name}() falls through to next function {covering.Name}()");
            return Step.GiveUp;
        }

        if (function is not null && instruction.Has(InstructionMarks.Ignored))
        {
            Warn(DiagnosticKind.WalkedIgnoredFunction, index, "BUG: why am I validating an ignored function?");
            return Step.GiveUp;
        }

        if (instruction.Has(InstructionMarks.Visited))
            return instruction.Has(InstructionMarks.Hint) || Agrees(index, stateNumber, state) ? Step.Stop : Step.GiveUp;

        if (instruction.Has(InstructionMarks.Hint))
        {
            if (instruction.Has(InstructionMarks.Restore)
                && FindSavedState(index, arrival == Arrival.Branch, ref instruction.State) is var step and not Step.GoOn)
            {
                return step;
            }

            stateNumber = instruction.State;
            state = states[stateNumber];
        }

        instruction.State = stateNumber;
        instruction.Marks |= InstructionMarks.Visited;
        if (!AgreesWithAlternatives(index, stateNumber))
            return Step.GiveUp;
        return instruction.Alternates < 0 || instruction.Has(InstructionMarks.IgnoreAlternates)
            ? Step.GoOn
            : ScheduleAlternates(index, stateNumber);
    }

    /// <summary>First all alternates, in their order, then the instruction itself, unless one of them replaces it.</summary>
    private Step ScheduleAlternates(int index, int stateNumber)
    {
        var alternates = code.AlternatesOf(code[index]);
        if (!alternates.Any(alternate => alternate.ReplacesOriginal))
            _pending.Add(new Continuation(index, stateNumber, Arrival.AfterAlternates, _path));
        var path = PathOver(index);
        for (var i = alternates.Count - 1; i >= 0; i--)
            _pending.Add(new Continuation(alternates[i].Instruction, stateNumber, Arrival.Branch, path));
        return Step.Stop;
    }

    /// <summary>The instruction behind another; behind a replacement, what lies behind the code that it replaces.</summary>
    private int NextOf(int index)
    {
        if (code.GroupOf(code[index]) is not { Original: { } original } group)
            return code.NextOf(index);
        if (index == group.Last && group.Padding >= 0 && group.Padding != index)
            return group.Padding;
        return index == group.Last || index == group.Padding ? code.NextOf(original.Last) : code.NextOf(index);
    }

    private bool AgreesWithAlternatives(int index, int stateNumber)
    {
        ref readonly var instruction = ref code[index];
        if (code.GroupOf(instruction) is not { } group || options.Quirks.HasFlag(QuirkSet.PatchedPushfPop) || group.TrySetState(instruction.Offset, stateNumber))
            return true;
        var place = code.PlaceOf((group.Original ?? group).First);
        return Warn(DiagnosticKind.AlternativeLayoutConflict, index, $"stack layout conflict in alternatives: {place}");
    }

    private enum Step
    {
        GoOn,
        Jump,
        Stop,
        GiveUp,
    }

    private Step Leave(int index, int next, int stateNumber, in StackState state, bool inFunction)
    {
        ref readonly var instruction = ref code[index];
        switch (instruction.Kind)
        {
            case InstructionKind.Return:
                return CheckReturn(index, state, inFunction) ? Step.Stop : Step.GiveUp;
            case InstructionKind.Call or InstructionKind.DynamicCall when !CheckCall(index, state, inFunction):
                return Step.GiveUp;
            case InstructionKind.Jump or InstructionKind.ConditionalJump or InstructionKind.DynamicJump or InstructionKind.ConditionalDynamicJump:
                return LeaveByJump(index, next, stateNumber, state, inFunction);
            // An iret in a function goes to the code right behind it (sync_core); its effect on the stack was applied.
            case var kind when kind.IsContextSwitch() && !(kind == InstructionKind.InterruptReturn && instruction.Function >= 0 && !options.Quirks.HasFlag(QuirkSet.IretInsideFunction)):
                if (!inFunction || (next >= 0 && code[next].Has(InstructionMarks.Hint)))
                    return Step.Stop;
                Warn(DiagnosticKind.UnsupportedInstructionInFunction, index, "unsupported instruction in callable function");
                return Step.GiveUp;
            default:
                return instruction.Has(InstructionMarks.DeadEnd) ? Step.Stop : Step.GoOn;
        }
    }

    private Step LeaveByJump(int index, int next, int stateNumber, in StackState state, bool inFunction)
    {
        ref readonly var jump = ref code[index];
        if (ObjectCode.IsSiblingCall(jump) && inFunction && state.IsFrameModified)
        {
            Warn(
                DiagnosticKind.SiblingCallWithModifiedFrame, index,
                "sibling call from callable instruction with modified stack frame");
            return Step.GiveUp;
        }

        var conditional = jump.Kind is InstructionKind.ConditionalJump or InstructionKind.ConditionalDynamicJump;
        if (jump.JumpDestination < 0)
            return conditional && !jump.Has(InstructionMarks.DeadEnd) ? Step.GoOn : Step.Stop;
        if (conditional && !jump.Has(InstructionMarks.DeadEnd))
            _pending.Add(new Continuation(next < 0 ? ~index : next, stateNumber, Arrival.Straight, _path));
        return Step.Jump;
    }

    /// <summary>Control may run out of a section only where nobody claims to know the stack.</summary>
    private bool EndsSection(int last, in StackState state) =>
        !state.Cfa.IsDefined
        || Warn(
            DiagnosticKind.UnexpectedEndOfSection, last,
            $"{code.Sections[code[last].Section].Name}: unexpected end of section");

    private bool CheckReturn(int index, in StackState state, bool inFunction)
    {
        if (inFunction && state.IsFrameModified)
            return Warn(DiagnosticKind.ReturnWithModifiedFrame, index, "return with modified stack frame");
        return !state.BpScratch || Warn(DiagnosticKind.BpAsScratchRegister, index, "BP used as a scratch register");
    }

    private bool CheckCall(int index, in StackState state, bool inFunction)
    {
        if (!options.CheckFramePointers || !inFunction || state.HasValidFramePointer || IsProfilingCall(index))
            return true;
        return Warn(DiagnosticKind.CallWithoutFramePointer, index, "call without frame pointer save/setup");
    }

    /// <summary>The call that -mfentry puts before anything else happens to the stack.</summary>
    private bool IsProfilingCall(int index)
    {
        var destination = code[index].CallDestination;
        return destination >= 0 && code.File.Symbols[destination].Name == "__fentry__";
    }

    private bool ApplyOperations(int index, int next, ref StackState state, ref int stateNumber)
    {
        ref readonly var instruction = ref code[index];
        if (instruction.OperationCount == 0)
            return true;

        var context = new EffectContext(
            instruction.Function >= 0,
            next >= 0 && code[next].Has(InstructionMarks.Hint),
            options.CheckFramePointers,
            options.Quirks);
        for (var i = 0; i < instruction.OperationCount; i++)
        {
            var problem = StackEffects.Apply(code.Operation(instruction.FirstOperation + i), context, ref state);
            if (problem != DiagnosticKind.None)
                return Warn(problem, index, StackEffectMessages.Of(problem));
        }

        stateNumber = states.NumberOf(state);
        return true;
    }

    private bool Agrees(int index, int stateNumber, in StackState state)
    {
        var known = code[index].State;
        if (known == stateNumber || StateComparison.Difference(states[known], state) is not { } difference)
            return true;
        return Warn(
            DiagnosticKind.StackStateMismatch, index, difference,
            [$"known:    {states[known].Describe()}", $"arriving: {state.Describe()}"]);
    }

    /// <summary>The state of the nearest save before a restore, in the same function.</summary>
    private Step FindSavedState(int index, bool isBranchStart, ref int state)
    {
        var (function, section) = (code[index].Function, code.Sections[code[index].Section]);
        for (var i = index - 1; i >= section.First && code[i].Function == function; i--)
        {
            ref readonly var candidate = ref code[i];
            if (!candidate.Has(InstructionMarks.Save))
                continue;
            if (candidate.Has(InstructionMarks.Visited))
            {
                state = candidate.State;
                return Step.GoOn;
            }

            // Reached by a branch before the straight way has passed the save: that way will come by.
            if (isBranchStart)
                return Step.Stop;
            Warn(
                DiagnosticKind.UnsupportedSaveRestore, index,
                "objtool isn't smart enough to handle this CFI save/restore combo");
            return Step.GiveUp;
        }

        Warn(DiagnosticKind.NoSaveForRestore, index, "no corresponding CFI save for CFI restore");
        return Step.GiveUp;
    }

    private int PathOver(int instruction) => _paths.Add(new PathStep(_path, instruction));

    private bool Warn(DiagnosticKind kind, int index, string message, IReadOnlyList<string>? conflict = null)
    {
        var path = new List<CodePlace>();
        for (var i = _path; i >= 0; i = _paths[i].Before)
            path.Add(code.PlaceOf(_paths[i].Instruction));
        path.Reverse();
        diagnostics.Add(new Diagnostic(kind, code.PlaceOf(index), message)
        {
            Instruction = index,
            States = conflict ?? [],
            Path = path,
        });
        return false;
    }
}
