namespace Elf;

/// <summary>Low four bits of st_info (gABI, "Symbol Types"). The type is open.</summary>
public enum SymbolType : byte
{
    None = 0,
    Object = 1,
    Function = 2,
    Section = 3,
    File = 4,
    Common = 5,
    ThreadLocal = 6,

    /// <summary>STT_GNU_IFUNC: the value is a resolver that returns the address.</summary>
    IndirectFunction = 10,
}
