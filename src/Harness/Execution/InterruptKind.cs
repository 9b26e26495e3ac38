namespace Harness.Execution;

/// <summary>The interrupts that a run delivers of its own accord.</summary>
internal enum InterruptKind
{
    /// <summary>A device interrupt: only where the interrupt flag allows it.</summary>
    Irq,

    /// <summary>A non-maskable interrupt, on its own stack: anywhere but between an NMI and the next iret.</summary>
    Nmi,

    /// <summary>A page fault whose handler only returns: where a function accesses memory other than its own stack.</summary>
    Fault,
}
