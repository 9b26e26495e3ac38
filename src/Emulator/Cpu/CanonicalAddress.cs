namespace Emulator;

/// <summary>Addresses that a CPU with 48-bit linear addresses accepts (SDM vol. 1, 3.3.7.1).</summary>
internal static class CanonicalAddress
{
    /// <summary>Whether bits 63 to 47 are all equal.</summary>
    public static bool Is(ulong address) => unchecked((long)address) >> 47 is 0 or -1;
}
