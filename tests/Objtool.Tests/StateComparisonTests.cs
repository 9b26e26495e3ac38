using Objtool.StackStates;
using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>What two states that meet at one instruction must agree on.</summary>
public sealed class StateComparisonTests
{
    private const string Table = "state-comparison.txt";

    [Fact]
    public void EveryPairOfTheTable_AgreesOrNotAsItSays()
    {
        var failures = new List<string>();
        foreach (var (line, columns) in CaseFile.Rows(Table, 3))
        {
            var expected = columns[2] == "agree" ? null : $"stack state mismatch: {columns[2]}";
            var actual = StateComparison.Difference(StateText.Parse(columns[0]), StateText.Parse(columns[1]));
            if (actual != expected)
                failures.Add($"line {line}: {actual ?? "agree"} instead of {expected ?? "agree"}");
        }

        CaseFile.Report(Table, failures);
    }

    [Fact]
    public void Agreement_DoesNotDependOnWhichStateWasKnownFirst()
    {
        foreach (var (line, columns) in CaseFile.Rows(Table, 3))
        {
            var (first, second) = (StateText.Parse(columns[0]), StateText.Parse(columns[1]));
            Assert.True(
                (StateComparison.Difference(first, second) is null) == (StateComparison.Difference(second, first) is null), $"line {line}");
        }
    }

    /// <summary>Each of the seventeen registers is looked at, and named by its own number.</summary>
    [Fact]
    public void EveryRegister_IsCompared()
    {
        for (var register = StackBase.Ax; register <= StackBase.ReturnAddress; register++)
        {
            var state = StackState.FunctionEntry;
            state.Saved[register] = new Location(StackBase.Bp, -48);
            var before = register == StackBase.ReturnAddress ? "-2-8" : "-1+0";
            Assert.Equal(
                $"stack state mismatch: reg1[{(int)register}]={before} reg2[{(int)register}]=5-48",
                StateComparison.Difference(StackState.FunctionEntry, state));
        }
    }
}
