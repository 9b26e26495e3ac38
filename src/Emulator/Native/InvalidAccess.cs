namespace Emulator.Native;

/// <summary>A memory access that Unicorn refused; the default is none.</summary>
internal readonly record struct InvalidAccess(UnicornAccess Access, ulong Address)
{
    // Bits of the error code: SDM vol. 3, 4.7.
    private const uint Present = 1;
    private const uint Write = 2;
    private const uint User = 4;
    private const uint Fetch = 16;

    public MemoryAccess Kind => Access switch
    {
        UnicornAccess.ReadUnmapped or UnicornAccess.ReadProtected => MemoryAccess.Read,
        UnicornAccess.WriteUnmapped or UnicornAccess.WriteProtected => MemoryAccess.Write,
        UnicornAccess.FetchUnmapped or UnicornAccess.FetchProtected => MemoryAccess.Fetch,
        _ => MemoryAccess.None,
    };

    /// <summary>What the CPU would push for it.</summary>
    public uint ErrorCode(int cpl)
    {
        var code = Access >= UnicornAccess.WriteProtected ? Present : 0;
        if (Kind == MemoryAccess.Write)
            code |= Write;
        if (Kind == MemoryAccess.Fetch)
            code |= Fetch;
        return cpl == 3 ? code | User : code;
    }
}
