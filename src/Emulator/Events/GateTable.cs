namespace Emulator;

/// <summary>The interrupt descriptor table: 256 gates, none present at first. Kept by the machine; guest lidt has no effect on it.</summary>
public sealed class GateTable
{
    private readonly InterruptGate?[] _gates = new InterruptGate?[byte.MaxValue + 1];

    /// <summary>The gate of a vector, or null when it is not present.</summary>
    public InterruptGate? this[byte vector]
    {
        get => _gates[vector];
        set => _gates[vector] = value;
    }

    /// <summary>Makes all gates not present.</summary>
    public void Clear() => Array.Clear(_gates);
}
