using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>
/// One interrupt at every instruction, once for each way to be there: for each caller and each stack. Where the
/// interrupt flag is clear an NMI takes the place of the IRQ.
/// </summary>
internal sealed class EachInstructionPolicy : InterruptPolicy
{
    private readonly HashSet<(ulong Rip, ulong Caller, StackKind Stack, bool Maskable)> _done = [];

    /// <inheritdoc/>
    public override InterruptKind? Choose(ulong rip, int visit, ulong caller, StackKind stack, bool maskable)
    {
        if (!_done.Add((rip, caller, stack, maskable)))
            return null;
        return maskable ? InterruptKind.Irq : InterruptKind.Nmi;
    }
}
