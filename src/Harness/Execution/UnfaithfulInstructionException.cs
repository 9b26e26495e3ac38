namespace Harness.Execution;

/// <summary>Code has come to an instruction that the emulator gets wrong: what follows would prove nothing.</summary>
internal sealed class UnfaithfulInstructionException(string message) : InputException(message);
