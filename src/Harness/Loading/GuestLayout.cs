namespace Harness.Loading;

/// <summary>
/// Where things lie in the guest: the addresses that Linux gives them, so that a trace reads like one of its own.
/// </summary>
internal static class GuestLayout
{
    /// <summary>Bytes per page.</summary>
    public const ulong PageSize = 4096;

    /// <summary>Where the code of object files goes, and behind it their data. Linked files lie where they were linked to.</summary>
    public const ulong KernelImage = 0xffff_ffff_8100_0000;

    /// <summary>Where sections named .user... go: code and data of user mode.</summary>
    public const ulong UserImage = 0x40_0000;

    /// <summary>The area of all kernel stacks.</summary>
    public const ulong Stacks = 0xffff_c900_0000_0000;

    /// <summary>More than all kernel stacks and the pages between them.</summary>
    public const ulong StacksSize = 0x10_0000;

    /// <summary>The top of the user mode stack: low, so that an immediate can hold it.</summary>
    public const ulong UserStack = 0x7fff_0000;

    /// <summary>Size of the user mode stack.</summary>
    public const ulong UserStackSize = 0x4000;

    /// <summary>What user mode has in GS, where nothing is mapped: kernel code that forgets swapgs is found out.</summary>
    public const ulong UserGsBase = 0x7ffe_0000;

    /// <summary>
    /// Where the per-CPU data of a kernel goes, which is linked to addresses from 0 on: what GS holds. Linux has it somewhere
    /// in its map of all memory, which begins here.
    /// </summary>
    public const ulong PerCpu = 0xffff_8880_0000_0000;

    /// <summary>Where the buffers of calls of a kernel's functions go.</summary>
    public const ulong CallBuffers = 0xffff_8881_0000_0000;

    /// <summary>More than all buffers of a call and the pages between them.</summary>
    public const ulong CallBuffersSize = 0x1_0000_0000;

    /// <summary>Room that is kept free of code behind the last instruction of a text area.</summary>
    public const ulong TextPadding = 64;

    /// <summary>Where nothing of a file may lie: [begin, end).</summary>
    public static IReadOnlyList<(ulong Begin, ulong End)> Reserved { get; } =
        [(Stacks, Stacks + StacksSize), (UserStack - UserStackSize, UserStack), (PerCpu, CallBuffers + CallBuffersSize)];

    /// <summary>The next multiple of a power of two.</summary>
    public static ulong AlignUp(ulong value, ulong alignment) => (value + alignment - 1) & ~(alignment - 1);
}
