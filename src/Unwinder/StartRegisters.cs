using System.Diagnostics.CodeAnalysis;

namespace Unwinder;

/// <summary>The registers of the context that an unwind starts from.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
public struct StartRegisters
{
    /// <summary>The interrupted instruction, or, see <see cref="IsReturnAddress"/>, where the code will go on.</summary>
    public ulong Ip;

    /// <summary>The word that <see cref="Ip"/> was read from; 0 when it comes from a register.</summary>
    public ulong IpSlot;

    /// <summary>
    /// Has the code called something, and that is where the unwind starts? Then <see cref="Ip"/> is looked up at ip - 1,
    /// and only the callee-saved registers are known.
    /// </summary>
    public bool IsReturnAddress;

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

    /// <summary>The frame that the unwind starts from.</summary>
    public readonly UnwindFrame ToFrame() => new() { Ip = Ip, IpSlot = IpSlot, Sp = Sp, Bp = Bp, Signal = !IsReturnAddress, Row = -1 };

    /// <summary>
    /// The running code's own position, as code takes it that unwinds itself: called, so to speak, at
    /// <paramref name="ip"/>.
    /// </summary>
    public static StartRegisters Sampled(ulong ip, ulong sp, ulong bp) => new(ip, sp, bp, default) { IsReturnAddress = true };
}
