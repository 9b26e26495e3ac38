using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>
/// An NMI at every instruction, and an IRQ where the interrupt flag allows it, once for each way to be there: for each
/// caller and each stack.
/// </summary>
internal sealed class EachInstructionPolicy : InterruptPolicy
{
    private readonly HashSet<(ulong Rip, ulong Caller, StackKind Stack, InterruptKind Kind)> _done = [];

    /// <inheritdoc/>
    public override InterruptKind? Choose(ulong rip, int visit, ulong caller, StackKind stack, bool maskable)
    {
        if (maskable && _done.Add((rip, caller, stack, InterruptKind.Irq)))
            return InterruptKind.Irq;
        return _done.Add((rip, caller, stack, InterruptKind.Nmi)) ? InterruptKind.Nmi : null;
    }
}
