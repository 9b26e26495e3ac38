namespace Elf;

/// <summary>High four bits of st_info (gABI, "Symbol Binding"). The type is open.</summary>
public enum SymbolBinding : byte
{
    Local = 0,
    Global = 1,
    Weak = 2,

    /// <summary>STB_GNU_UNIQUE</summary>
    Unique = 10,
}
