namespace Harness.Execution;

/// <summary>A set of <see cref="InterruptKind"/>: bit n for the n-th.</summary>
[Flags]
internal enum InterruptKinds : byte
{
    /// <summary>Empty.</summary>
    None = 0,

    /// <summary><see cref="InterruptKind.Irq"/>.</summary>
    Irq = 1 << InterruptKind.Irq,

    /// <summary><see cref="InterruptKind.Nmi"/>.</summary>
    Nmi = 1 << InterruptKind.Nmi,

    /// <summary><see cref="InterruptKind.Fault"/>.</summary>
    Fault = 1 << InterruptKind.Fault,
}
