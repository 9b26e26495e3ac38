namespace Harness.Verification.Results;

/// <summary>A wrong chain.</summary>
/// <param name="Instruction">The number of the run's instruction at which, or in whose interrupt, it was found.</param>
/// <param name="Sequence">Its number among all wrong points of the share: tells those of one instruction apart.</param>
/// <param name="Rip">The instruction unwound from.</param>
/// <param name="Row">The row that led to a wrong caller; -1 without one.</param>
/// <param name="Text">The verdict: lines that end in a line feed.</param>
internal sealed record ResultFinding(long Instruction, long Sequence, ulong Rip, int Row, string Text);
