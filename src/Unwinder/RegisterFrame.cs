namespace Unwinder;

/// <summary>How much of the pt_regs behind a frame can be trusted.</summary>
public enum RegisterFrame : byte
{
    /// <summary>The frame was entered by a call.</summary>
    None,

    /// <summary>Only the hardware's five words at its top.</summary>
    Partial,

    /// <summary>All of it.</summary>
    Full,
}
