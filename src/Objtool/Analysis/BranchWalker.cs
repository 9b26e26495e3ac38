using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;
using Objtool.StackStates;

namespace Objtool.Analysis;

/// <summary>
/// Follows the flow of control from a start and stores on every instruction it reaches the state before it. Where two
/// ways meet they must agree. Depth first, the branch target before what lies behind the branch: the order of the
/// kernel's recursion, without its stack.
/// </summary>
internal sealed class BranchWalker(ObjectCode code, StateTable states, AnalysisOptions options, List<Diagnostic> diagnostics)
{
    private readonly Stack<Continuation> _pending = new();

    /// <summary>What is left to follow when a branch has been followed to its end.</summary>
    /// <param name="Instruction">Where to go on; the complement of the last instruction when the section ends behind it.</param>
    /// <param name="State">Number of the state there.</param>
    private readonly record struct Continuation(int Instruction, int State);

    /// <summary>Walks from an instruction with a given state. False when the walk was given up with a warning.</summary>
    public bool Walk(int start, in StackState state)
    {
        var function = code.FunctionOf(code.Instructions[start])?.Parent;
        _pending.Clear();
        var done = Follow(start, states.NumberOf(state), isBranchStart: true, function);
        while (done && _pending.TryPop(out var next))
            done = Follow(next.Instruction, next.State, isBranchStart: false, function);
        return done;
    }

    private bool Follow(int index, int stateNumber, bool isBranchStart, CodeFunction? function)
    {
        var state = states[stateNumber];
        if (index < 0)
            return EndsSection(~index, state);
        while (true)
        {
            ref var instruction = ref code.Instructions[index];
            var next = code.NextOf(index);
            if (function is not null && code.FunctionOf(instruction) is { } covering && covering.Parent != function)
            {
                return Warn(
                    DiagnosticKind.FallsThroughToNextFunction, index,
                    $"{function.Name}() falls through to next function {covering.Name}()");
            }

            if (function is not null && instruction.Has(InstructionMarks.Ignored))
                return Warn(DiagnosticKind.WalkedIgnoredFunction, index, "BUG: why am I validating an ignored function?");

            if (instruction.Has(InstructionMarks.Visited))
                return instruction.Has(InstructionMarks.Hint) || Agrees(index, stateNumber, state);

            if (instruction.Has(InstructionMarks.Hint))
            {
                if (instruction.Has(InstructionMarks.Restore) && FindSavedState(index, isBranchStart, ref instruction.State) is var step and not Step.GoOn)
                    return step == Step.Stop;
                stateNumber = instruction.State;
                state = states[stateNumber];
            }

            instruction.State = stateNumber;
            instruction.Marks |= InstructionMarks.Visited;
            isBranchStart = false;

            if (!ApplyOperations(index, next, ref state, ref stateNumber))
                return false;
            switch (Leave(index, next, stateNumber, state, function is not null))
            {
                case Step.Stop:
                    return true;
                case Step.GiveUp:
                    return false;
                case Step.Jump:
                    index = instruction.JumpDestination;
                    isBranchStart = true;
                    break;
                case Step.GoOn when next < 0:
                    return EndsSection(index, state);
                default:
                    index = next;
                    break;
            }
        }
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
        ref readonly var instruction = ref code.Instructions[index];
        switch (instruction.Kind)
        {
            case InstructionKind.Return:
                return CheckReturn(index, state, inFunction) ? Step.Stop : Step.GiveUp;
            case InstructionKind.Call or InstructionKind.DynamicCall when !CheckCall(index, state, inFunction):
                return Step.GiveUp;
            case InstructionKind.Jump or InstructionKind.ConditionalJump or InstructionKind.DynamicJump:
                return LeaveByJump(index, next, stateNumber, state, inFunction);
            // An iret in a function goes to the code right behind it (sync_core); its effect on the stack was applied.
            case var kind when kind.IsContextSwitch() && !(kind == InstructionKind.InterruptReturn && instruction.Function >= 0):
                if (!inFunction || (next >= 0 && code.Instructions[next].Has(InstructionMarks.Hint)))
                    return Step.Stop;
                Warn(DiagnosticKind.UnsupportedInstructionInFunction, index, "unsupported instruction in callable function");
                return Step.GiveUp;
            default:
                return instruction.Has(InstructionMarks.DeadEnd) ? Step.Stop : Step.GoOn;
        }
    }

    private Step LeaveByJump(int index, int next, int stateNumber, in StackState state, bool inFunction)
    {
        ref readonly var jump = ref code.Instructions[index];
        if (ObjectCode.IsSiblingCall(jump) && inFunction && state.IsFrameModified)
        {
            Warn(
                DiagnosticKind.SiblingCallWithModifiedFrame, index,
                "sibling call from callable instruction with modified stack frame");
            return Step.GiveUp;
        }

        var conditional = jump.Kind == InstructionKind.ConditionalJump;
        if (jump.JumpDestination < 0)
            return conditional && !jump.Has(InstructionMarks.DeadEnd) ? Step.GoOn : Step.Stop;
        if (conditional && !jump.Has(InstructionMarks.DeadEnd))
            _pending.Push(new Continuation(next < 0 ? ~index : next, stateNumber));
        return Step.Jump;
    }

    /// <summary>Control may run out of a section only where nobody claims to know the stack.</summary>
    private bool EndsSection(int last, in StackState state) =>
        !state.Cfa.IsDefined
        || Warn(
            DiagnosticKind.UnexpectedEndOfSection, last,
            $"{code.Sections[code.Instructions[last].Section].Name}: unexpected end of section");

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
        var destination = code.Instructions[index].CallDestination;
        return destination >= 0 && code.File.Symbols[destination].Name == "__fentry__";
    }

    private bool ApplyOperations(int index, int next, ref StackState state, ref int stateNumber)
    {
        ref readonly var instruction = ref code.Instructions[index];
        if (instruction.OperationCount == 0)
            return true;

        var context = new EffectContext(
            instruction.Function >= 0,
            next >= 0 && code.Instructions[next].Has(InstructionMarks.Hint),
            options.CheckFramePointers);
        foreach (ref readonly var operation in code.OperationsOf(instruction))
        {
            var problem = StackEffects.Apply(operation, context, ref state);
            if (problem != DiagnosticKind.None)
                return Warn(problem, index, StackEffectMessages.Of(problem));
        }

        stateNumber = states.NumberOf(state);
        return true;
    }

    private bool Agrees(int index, int stateNumber, in StackState state)
    {
        var known = code.Instructions[index].State;
        return known == stateNumber
            || StateComparison.Difference(states[known], state) is not { } difference
            || Warn(DiagnosticKind.StackStateMismatch, index, difference);
    }

    /// <summary>The state of the nearest save before a restore, in the same function.</summary>
    private Step FindSavedState(int index, bool isBranchStart, ref int state)
    {
        var (function, section) = (code.Instructions[index].Function, code.Sections[code.Instructions[index].Section]);
        for (var i = index - 1; i >= section.First && code.Instructions[i].Function == function; i--)
        {
            ref readonly var candidate = ref code.Instructions[i];
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

    private bool Warn(DiagnosticKind kind, int index, string message)
    {
        diagnostics.Add(new Diagnostic(kind, code.PlaceOf(index), message));
        return false;
    }
}
