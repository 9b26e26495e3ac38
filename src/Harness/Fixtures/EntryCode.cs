namespace Harness.Fixtures;

/// <summary>The interrupt and system call entry code of fixtures that bring none.</summary>
internal enum EntryCode
{
    /// <summary>The shapes of Linux 4.12 to 4.15.</summary>
    Linux2017,

    /// <summary>Those of Linux 6.x.</summary>
    Linux6,

    /// <summary>The simplest of 2017, for kernel mode, with call frame information: what the DWARF unwinder runs on.</summary>
    CallFrames,

    /// <summary>That of 2017, as built for frame pointers: rbp leads to each pt_regs.</summary>
    FramePointers,
}
