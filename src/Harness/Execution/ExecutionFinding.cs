namespace Harness.Execution;

/// <summary>Something that code did which no correct fixture does: a fault without a handler, a register not preserved.</summary>
/// <param name="Rip">The instruction.</param>
/// <param name="Message">What it did.</param>
internal sealed record ExecutionFinding(ulong Rip, string Message)
{
    /// <summary>Was it only still running when its instructions were used up?</summary>
    public bool IsTooLong { get; init; }

    /// <summary>The address that could not be accessed; null when it was not that.</summary>
    public ulong? FaultAddress { get; init; }
}
