using Harness.Execution;
using Harness.Loading.Patching;
using Harness.Verification.Chains;

namespace Harness.Verification;

/// <summary>A point at which the unwound chain is not the true one: where, what should have come out and what did.</summary>
/// <param name="Variant">The state that the code was in.</param>
/// <param name="Instruction">The number of the instruction in the run: its own, or of the one whose interrupt it belongs to.</param>
/// <param name="Rip">The instruction.</param>
/// <param name="Visit">Its execution, counted from 1; inside an interrupt, from the interrupt on.</param>
/// <param name="Interrupts">The delivered interrupts that were being handled, outermost first.</param>
/// <param name="Expected">The true callers, nearest first.</param>
/// <param name="Chain">What was unwound.</param>
/// <param name="Stack">The words of the stack then, for a person to read.</param>
/// <param name="IsAsleep">The chain is that of a task that sleeps with <paramref name="Rip"/> as its first frame.</param>
internal sealed record Mismatch(
    CodeVariant Variant, long Instruction, ulong Rip, int Visit, IReadOnlyList<InterruptPlace> Interrupts,
    IReadOnlyList<ShadowFrame> Expected, UnwoundChain Chain, string Stack, bool IsAsleep = false);
