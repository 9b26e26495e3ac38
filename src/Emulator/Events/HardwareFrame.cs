using System.Runtime.InteropServices;

namespace Emulator;

/// <summary>What the CPU pushes for an event in 64-bit mode, from the lowest address up (SDM vol. 3, 6.14.2); iretq pops it.</summary>
/// <param name="Rip">Where to return to.</param>
/// <param name="Cs">The interrupted code segment.</param>
/// <param name="Rflags">The interrupted flags.</param>
/// <param name="Rsp">The interrupted stack pointer, not aligned.</param>
/// <param name="Ss">The interrupted stack segment.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct HardwareFrame(ulong Rip, ulong Cs, Rflags Rflags, ulong Rsp, ulong Ss)
{
    /// <summary>Bytes, the error code that may lie below not counted.</summary>
    public const int Size = 40;

    /// <summary>Whether the event came from CPL 3.</summary>
    public bool IsFromUser => (Cs & 3) == 3;
}
