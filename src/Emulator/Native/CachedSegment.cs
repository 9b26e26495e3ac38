using System.Runtime.InteropServices;

namespace Emulator.Native;

/// <summary>A segment register with the hidden part that loading a selector fills (SDM vol. 3, 3.4.3).</summary>
/// <param name="Selector">The visible part.</param>
/// <param name="Base">The segment's address.</param>
/// <param name="Limit">Its last offset.</param>
/// <param name="Flags">The second half of the descriptor: type in bits 8 to 11, DPL in 13 and 14, L in 21.</param>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal readonly record struct CachedSegment(
    [field: FieldOffset(0)] uint Selector,
    [field: FieldOffset(8)] ulong Base,
    [field: FieldOffset(16)] uint Limit,
    [field: FieldOffset(20)] uint Flags)
{
    /// <summary>A present 64-bit code segment, readable and accessed, of the whole address space.</summary>
    public static CachedSegment Code(ushort selector, int privilege) => Flat(selector, 0xaf9b00, privilege);

    /// <summary>A present data segment, writable and accessed, of the whole address space.</summary>
    public static CachedSegment Data(ushort selector, int privilege) => Flat(selector, 0xcf9300, privilege);

    private static CachedSegment Flat(ushort selector, uint flags, int privilege) =>
        new((uint)(selector & ~3 | privilege), 0, 0xffff_ffff, flags | (uint)privilege << 13);
}
