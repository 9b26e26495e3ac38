namespace Harness.Execution;

/// <summary>A frame that must be found: what execution did, independent of any table.</summary>
internal struct ShadowFrame
{
    /// <summary>Where control will go on: the return address, or the interrupted instruction.</summary>
    public ulong Ip;

    /// <summary>The stack pointer when control is back there: the CFA of the frame below.</summary>
    public ulong Sp;

    /// <summary>rbp as it was when control left.</summary>
    public ulong Bp;

    /// <summary>The word on the stack that holds <see cref="Ip"/>; 0 when software will put it somewhere (system call).</summary>
    public ulong IpSlot;

    /// <summary>Where a pt_regs of this frame lies; 0 for a call and for a system call.</summary>
    public ulong RegistersAddress;

    /// <summary>Left by an interrupt, an exception or a system call rather than by a call.</summary>
    public bool IsInterrupted;

    /// <summary>The word at <see cref="IpSlot"/> decides where control goes on: a handler may have changed it on purpose.</summary>
    public bool IsIpEdited;

    /// <summary>The entry code may copy the hardware's frame, and the unwinder may use the copy.</summary>
    public bool MayBeCopied;

    /// <summary>It runs in user mode: the kernel's part of the chain ends here.</summary>
    public bool IsUserMode;
}
