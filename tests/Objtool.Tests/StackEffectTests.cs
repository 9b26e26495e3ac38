using Objtool.Diagnostics;
using Objtool.StackStates;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>What a stack operation makes of a state.</summary>
public sealed class StackEffectTests
{
    private const string Table = "stack-effects.txt";

    [Fact]
    public void EveryOperationOfTheTable_LeadsToItsState()
    {
        var failures = new List<string>();
        foreach (var (line, columns) in CaseFile.Rows(Table, 4))
        {
            var state = StateText.Parse(columns[0]);
            var problem = StackEffects.Apply(OperationText.Parse(columns[1]), ContextOf(columns[3]), ref state);
            var isProblem = Enum.TryParse<DiagnosticKind>(columns[2], out var expectedProblem);
            if (problem != expectedProblem || (!isProblem && state != StateText.Parse(columns[2])))
                failures.Add($"line {line}: {columns[0]} | {columns[1]} -> {(problem == DiagnosticKind.None ? StateText.Format(state) : problem)} instead of {columns[2]}");
        }

        CaseFile.Report(Table, failures);
    }

    /// <summary>A state that can't be followed is not half changed: its row stays what it was.</summary>
    [Fact]
    public void OperationWithAProblem_LeavesTheStateAlone()
    {
        foreach (var (line, columns) in CaseFile.Rows(Table, 4))
        {
            var before = StateText.Parse(columns[0]);
            var state = before;
            if (StackEffects.Apply(OperationText.Parse(columns[1]), ContextOf(columns[3]), ref state) != DiagnosticKind.None)
                Assert.True(state == before, $"line {line}: {StateText.Format(state)}");
        }
    }

    /// <summary>Hostile code adds 2 GiB to rsp as often as it likes: offsets wrap like the registers they stand for.</summary>
    [Fact]
    public void OffsetsAtTheEndsOfTheirRange_AreNoFault()
    {
        int[] extremes = [int.MinValue, int.MinValue + 8, -8, 0, 8, int.MaxValue - 7, int.MaxValue];
        foreach (var (line, columns) in CaseFile.Rows(Table, 4))
        {
            var operation = OperationText.Parse(columns[1]);
            foreach (var inState in extremes)
            {
                foreach (var inOperation in extremes)
                {
                    var state = WithOffsets(StateText.Parse(columns[0]), inState);
                    var changed = operation with { SourceOffset = inOperation, DestinationOffset = inOperation };
                    var exception = Record.Exception(() =>
                    {
                        StackEffects.Apply(changed, ContextOf(columns[3]), ref state);
                        _ = state.IsFrameModified || state.HasValidFramePointer;
                    });
                    Assert.True(exception is null, $"line {line} with {inState} and {inOperation}: {exception}");
                }
            }
        }
    }

    [Fact]
    public void EveryProblem_HasTheKernelsWords()
    {
        var problems = CaseFile.Rows(Table, 4)
            .Select(row => Enum.TryParse<DiagnosticKind>(row.Columns[2], out var kind) ? kind : DiagnosticKind.None)
            .Where(kind => kind != DiagnosticKind.None)
            .Distinct()
            .ToDictionary(kind => kind, StackEffectMessages.Of);
        Assert.Equal(
            new Dictionary<DiagnosticKind, string>
            {
                [DiagnosticKind.UndefinedStackState] = "undefined stack state",
                [DiagnosticKind.UnsupportedStackRegisterModification] = "unsupported stack register modification",
                [DiagnosticKind.UnsupportedRealignment] = "unsupported stack pointer realignment",
                [DiagnosticKind.UnknownStackInstruction] = "unknown stack-related instruction",
                [DiagnosticKind.UnknownStackMemoryOperation] = "unknown stack-related memory operation",
            },
            problems);
    }

    [Fact]
    public void State_IsReadBackFromItsText()
    {
        foreach (var (line, columns) in CaseFile.Rows(Table, 4))
        {
            var text = StateText.Format(StateText.Parse(columns[0]));
            Assert.True(StateText.Parse(text) == StateText.Parse(columns[0]), $"line {line}: {columns[0]} became {text}");
        }
    }

    private static StackState WithOffsets(StackState state, int offset)
    {
        state.Cfa = state.Cfa with { Offset = offset };
        state.StackSize = offset;
        foreach (ref var saved in (Span<Location>)state.Saved)
            saved = saved with { Offset = offset };
        foreach (ref var value in (Span<Location>)state.Values)
            value = value with { Offset = offset };
        return state;
    }

    private static EffectContext ContextOf(string words)
    {
        var known = words.Split(' ');
        Assert.Empty(known.Except(["-", "fp", "outside", "hint"]));
        return new EffectContext(!known.Contains("outside"), known.Contains("hint"), known.Contains("fp"));
    }
}
