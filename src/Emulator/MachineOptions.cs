namespace Emulator;

/// <summary>How to make a machine.</summary>
public sealed record MachineOptions
{
    /// <summary>How registers are read.</summary>
    public RegisterAccess RegisterAccess { get; init; } = RegisterAccess.Automatic;

    /// <summary>
    /// Where the machine's own page goes, a multiple of 4096: it holds the descriptor table. By default where Linux has its CPU
    /// entry area. The page after it is used while booting only.
    /// </summary>
    public ulong SystemAddress { get; init; } = 0xffff_fe00_0000_0000;
}
