using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>Decides at which instructions interrupts are delivered.</summary>
internal abstract class InterruptPolicy
{
    /// <summary>No interrupts but those that the code causes.</summary>
    public static InterruptPolicy None { get; } = new Never();

    /// <summary>Can any be delivered at all? The rest is not asked if not.</summary>
    public virtual bool IsActive => true;

    /// <summary>
    /// How many levels of delivered interrupts are part of the run itself: shares that don't own them execute them all
    /// the same, because what comes later depends on them. Their instructions are dealt out one by one; those of deeper
    /// levels go with the instruction that was interrupted.
    /// </summary>
    public virtual int SharedNesting => 0;

    /// <summary>The interrupt to deliver before the instruction at <paramref name="rip"/>, or null.</summary>
    /// <param name="rip">The instruction, not inside an interrupt delivered before.</param>
    /// <param name="visit">How often it has been about to execute, this time included.</param>
    /// <param name="caller">The nearest caller's address, 0 without one.</param>
    /// <param name="stack">The stack in use.</param>
    /// <param name="maskable">May an IRQ be delivered here, or only an NMI?</param>
    public abstract InterruptKind? Choose(ulong rip, int visit, ulong caller, StackKind stack, bool maskable);

    private sealed class Never : InterruptPolicy
    {
        public override bool IsActive => false;

        public override InterruptKind? Choose(ulong rip, int visit, ulong caller, StackKind stack, bool maskable) => null;
    }
}
