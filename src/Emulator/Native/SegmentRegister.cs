namespace Emulator.Native;

/// <summary>The order of the segment caches in CPUX86State.</summary>
internal enum SegmentRegister
{
    Es,
    Cs,
    Ss,
    Ds,
    Fs,
    Gs,
    Ldtr,
    Tr,
}
