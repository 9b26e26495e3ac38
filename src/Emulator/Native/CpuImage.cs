namespace Emulator.Native;

/// <summary>
/// Where things are in CPUX86State, the structure behind Unicorn's x86 CPU, counted from its first member, the general purpose
/// registers. A <c>uc_context</c> holds a copy of the part used here. Boot proves these offsets before anything relies on them.
/// </summary>
internal unsafe struct CpuImage(byte* start)
{
    public const int RegisterCount = GprFile.Count + 1;
    public const int RipIndex = GprFile.Count;

    private const int HiddenFlagsOffset = 176;
    private const int SegmentsOffset = 184;
    private const int SegmentSize = 24;
    private const int ErrorCodeOffset = 5352;
    private const int OldExceptionOffset = 5464;

    /// <summary>How much of the structure, from its start, must be there.</summary>
    public const int Size = OldExceptionOffset + sizeof(int);

    public readonly ulong* Registers => (ulong*)start;

    /// <summary>What the CPU's flags don't show: bits 0 and 1 are the CPL, bit 3 the shadow of sti or mov ss, bit 15 64-bit code.</summary>
    public readonly ref HiddenFlags HiddenFlags => ref *(HiddenFlags*)(start + HiddenFlagsOffset);

    /// <summary>The error code of the last exception that has one.</summary>
    public readonly uint ErrorCode => *(uint*)(start + ErrorCodeOffset);

    /// <summary>The last exception, or -1. While it is set, another one is taken for a double fault.</summary>
    public readonly ref int OldException => ref *(int*)(start + OldExceptionOffset);

    public readonly ref CachedSegment Segment(SegmentRegister register) =>
        ref *(CachedSegment*)(start + SegmentsOffset + (int)register * SegmentSize);
}
