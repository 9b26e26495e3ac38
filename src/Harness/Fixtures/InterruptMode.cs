namespace Harness.Fixtures;

/// <summary>Which interrupts a run delivers of its own accord.</summary>
internal enum InterruptMode
{
    /// <summary>None: unwind from the registers at each instruction.</summary>
    None,

    /// <summary>One at each instruction boundary, once for each way to be there.</summary>
    Each,

    /// <summary>As <see cref="Each"/>, and an NMI at each instruction of the interrupt's path.</summary>
    Nested,
}
