using Unwinder;

namespace Harness.Verification.Chains;

/// <summary>A whole unwind.</summary>
/// <param name="Frames">From the innermost on.</param>
/// <param name="Outcome">Why it ended.</param>
/// <param name="FaultAddress">The address that could not be read, when that is why.</param>
/// <param name="FirstWrong">Index of the frame whose caller came out wrong first.</param>
/// <param name="WrongRegister">What is wrong there, when it is a register that only some unwinders find; else null.</param>
internal sealed record UnwoundChain(IReadOnlyList<UnwoundFrame> Frames, UnwindOutcome Outcome, ulong FaultAddress, int FirstWrong, string? WrongRegister = null);
