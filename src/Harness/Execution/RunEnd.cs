using Emulator;

namespace Harness.Execution;

/// <summary>What the end of a run says about the code.</summary>
internal static class RunEnd
{
    /// <summary>Null when the run came to its proper end: the halt behind the entry's return, or the exit.</summary>
    public static ExecutionFinding? FindingOf(in RunResult result) => result.Status switch
    {
        RunStatus.Halted or RunStatus.Stopped => null,
        RunStatus.BudgetUsedUp => new ExecutionFinding(result.Rip, $"still running after {result.Steps} instructions") { IsTooLong = true },
        _ => new ExecutionFinding(result.Rip, result.ToString()),
    };
}
