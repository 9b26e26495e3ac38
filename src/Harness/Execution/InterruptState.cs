using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>A way to be at an instruction. Two executions that are equal in this are interrupted once.</summary>
/// <param name="Rip">The instruction.</param>
/// <param name="Caller">The nearest caller or interrupted instruction: how deep the code is, and on whose behalf.</param>
/// <param name="Interrupted">The instruction that the innermost delivered interrupt came before; 0 without one.</param>
/// <param name="Stack">The stack in use.</param>
/// <param name="Nesting">What is being handled, as <see cref="InterruptNest.Causes"/> says.</param>
internal readonly record struct InterruptState(ulong Rip, ulong Caller, ulong Interrupted, StackKind Stack, uint Nesting)
{
    /// <inheritdoc/>
    public override int GetHashCode()
    {
        const ulong Factor = 0x9e37_79b9_7f4a_7c15;
        var hash = unchecked((((((Rip * Factor) ^ Caller) * Factor) ^ Interrupted) * Factor) ^ ((ulong)Nesting << 8 | (ulong)Stack));
        return unchecked((int)((hash * Factor) >> 32));
    }
}
