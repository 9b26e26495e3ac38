namespace Harness.Execution;

/// <summary>Something that code did which no correct fixture does: a fault without a handler, a register not preserved.</summary>
/// <param name="Rip">The instruction.</param>
/// <param name="Message">What it did.</param>
internal sealed record ExecutionFinding(ulong Rip, string Message);
