namespace Undwarf;

/// <summary>What lies at the CFA of a row. Two bits wide in undwarf v2 and ORC before 6.4: 3 is invalid there.</summary>
public enum FrameType : byte
{
    /// <summary>
    /// Nothing but the caller's frame: the return address is at cfa - 8 and cfa is the caller's rsp after the return.
    /// ORC calls it CALL.
    /// </summary>
    Cfa = 0,

    /// <summary>A whole pt_regs (168 bytes): ip, sp and every register of the interrupted code.</summary>
    Regs = 1,

    /// <summary>
    /// The five words that the hardware pushes (ip, cs, flags, sp, ss; 40 bytes). The other registers are still where
    /// they were. ORC calls it REGS_IRET, later REGS_PARTIAL.
    /// </summary>
    Iret = 2,
}
