namespace Harness.Execution;

/// <summary>The interrupts that a run delivers of its own accord.</summary>
internal enum InterruptKind
{
    /// <summary>A device interrupt: only where the interrupt flag allows it.</summary>
    Irq,

    /// <summary>A non-maskable interrupt, on its own stack.</summary>
    Nmi,
}
