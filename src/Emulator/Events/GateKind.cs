namespace Emulator;

/// <summary>The two gates of a 64-bit IDT; the values are their descriptor types (SDM vol. 3, table 3-2).</summary>
public enum GateKind
{
    /// <summary>Delivery clears IF.</summary>
    Interrupt = 14,

    /// <summary>Delivery leaves IF as it is.</summary>
    Trap = 15,
}
