namespace Elf;

/// <summary>Low two bits of st_other (gABI, "Symbol Visibility").</summary>
public enum SymbolVisibility : byte
{
    Default = 0,
    Internal = 1,
    Hidden = 2,
    Protected = 3,
}
