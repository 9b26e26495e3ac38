namespace Emulator;

/// <summary>How a delivery ended. Nothing was changed unless it is <see cref="Delivered"/>.</summary>
public enum DeliveryStatus
{
    /// <summary>The vector's gate is not present. The CPU would raise #NP, or #DF during an exception.</summary>
    NoGate,

    /// <summary>The frame would lie in memory that the guest can't write. The CPU would raise #PF, and #DF when that fails too.</summary>
    StackUnwritable,

    /// <summary>An NMI while NMIs are blocked. The CPU would hold one until the next iret.</summary>
    NmiBlocked,

    /// <summary>The frame is pushed and the handler is next.</summary>
    Delivered,
}
