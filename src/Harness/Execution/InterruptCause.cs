namespace Harness.Execution;

/// <summary>What brought control into the kernel's entry code, or deeper into it.</summary>
internal enum InterruptCause : byte
{
    /// <summary>A delivered <see cref="InterruptKind.Irq"/>.</summary>
    Irq = 1,

    /// <summary>A delivered <see cref="InterruptKind.Nmi"/>.</summary>
    Nmi,

    /// <summary>A delivered <see cref="InterruptKind.Fault"/>.</summary>
    Fault,

    /// <summary>An exception or software interrupt that the code raised itself.</summary>
    Exception,

    /// <summary>syscall.</summary>
    SystemCall,
}
