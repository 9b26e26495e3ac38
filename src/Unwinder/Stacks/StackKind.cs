namespace Unwinder.Stacks;

/// <summary>
/// The stacks that kernel code runs on. An unwind enters each kind once: interrupts nest in one order, so a second
/// visit means that the chain of stacks has a loop.
/// </summary>
public enum StackKind : byte
{
    /// <summary>No stack: nothing there may be read.</summary>
    Unknown,

    /// <summary>The stack of a task (16 KiB).</summary>
    Task,

    /// <summary>The per-CPU stack of interrupt handlers (16 KiB).</summary>
    Irq,

    /// <summary>The small stack on which entries from user mode start (Linux 4.15).</summary>
    Entry,

    /// <summary>#DF, IST 1.</summary>
    DoubleFault,

    /// <summary>NMI, IST 2.</summary>
    Nmi,

    /// <summary>#DB, IST 3.</summary>
    Debug,

    /// <summary>#MC, IST 4.</summary>
    MachineCheck,
}
