namespace Emulator;

/// <summary>How to make a machine.</summary>
public sealed record MachineOptions
{
    /// <summary>Pages of the machine's own region, which holds the descriptor table.</summary>
    internal const int SystemPages = 2;

    /// <summary>How registers are read.</summary>
    public RegisterAccess RegisterAccess { get; init; } = RegisterAccess.Automatic;

    /// <summary>
    /// Where the machine's own two pages go, a multiple of 4096: where Linux has its CPU entry area, unless a program wants
    /// that place.
    /// </summary>
    public ulong SystemAddress { get; init; } = 0xffff_fe00_0000_0000;
}
