using System.Diagnostics.CodeAnalysis;

namespace Unwinder;

/// <summary>The registers of an interrupted context that an unwind starts from.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
public struct StartRegisters
{
    /// <summary>The interrupted instruction.</summary>
    public ulong Ip;

    /// <summary>All others.</summary>
    public GeneralRegisters General;

    /// <summary>The registers that rows can name; all others 0.</summary>
    public StartRegisters(ulong ip, ulong sp, ulong bp, in ScratchRegisters scratch)
    {
        Ip = ip;
        General[GeneralRegisters.Sp] = sp;
        General[GeneralRegisters.Bp] = bp;
        General[GeneralRegisters.R10] = scratch.R10;
        General[GeneralRegisters.R13] = scratch.R13;
        General[GeneralRegisters.Di] = scratch.Di;
        General[GeneralRegisters.Dx] = scratch.Dx;
    }

    /// <summary>rsp.</summary>
    public readonly ulong Sp => General[GeneralRegisters.Sp];

    /// <summary>rbp.</summary>
    public readonly ulong Bp => General[GeneralRegisters.Bp];

    /// <summary>r10, r13, di, dx.</summary>
    public readonly ScratchRegisters Scratch => new(
        General[GeneralRegisters.R10], General[GeneralRegisters.R13], General[GeneralRegisters.Di], General[GeneralRegisters.Dx]);
}
