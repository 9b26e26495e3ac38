using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>One interrupt at one execution of one instruction: the replay of a finding.</summary>
internal sealed class SinglePlacePolicy(InterruptPlace place) : InterruptPolicy
{
    /// <summary>Has the interrupt been delivered?</summary>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public override InterruptKind? Choose(ulong rip, int visit, ulong caller, StackKind stack, bool maskable)
    {
        if (IsDone || rip != place.Rip || visit != place.Visit)
            return null;
        IsDone = true;
        return place.Kind;
    }
}
