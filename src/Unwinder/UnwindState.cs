using Unwinder.Stacks;

namespace Unwinder;

/// <summary>One frame of an unwind, and what is needed to find the next.</summary>
public struct UnwindState
{
    /// <summary>Where the frame's code stands: interrupted here, or returning to here, as <see cref="Signal"/> says.</summary>
    public ulong Ip;

    /// <summary>The stack pointer of the frame: as interrupted, or as it will be when control returns to it.</summary>
    public ulong Sp;

    /// <summary>rbp of the frame.</summary>
    public ulong Bp;

    /// <summary>
    /// Is <see cref="Ip"/> an interrupted instruction? If not it is a return address, which may be one past the end of
    /// a function whose last instruction is a call that never returns, so the row is looked up at ip - 1.
    /// </summary>
    public bool Signal;

    /// <summary>Does the frame run in user mode?</summary>
    public bool UserMode;

    /// <summary>The unwind started from a stack pointer below its stack: what follows may be right, but is not reliable.</summary>
    public bool Unreliable;

    /// <summary>How much of the pt_regs at <see cref="RegistersAddress"/> is valid.</summary>
    public RegisterFrame Registers;

    /// <summary>Where the pt_regs that led to this frame lies, or would lie if it were complete; 0 without one.</summary>
    public ulong RegistersAddress;

    /// <summary>The address of the word that <see cref="Ip"/> was read from; 0 in the first frame.</summary>
    public ulong IpSlot;

    /// <summary>Are <see cref="Scratch"/>'s values those of this frame?</summary>
    public bool HasScratch;

    /// <summary>r10, r13, di, dx of this frame.</summary>
    public ScratchRegisters Scratch;

    /// <summary>The stack that was read last.</summary>
    public StackRange Stack;

    /// <summary>One bit for each <see cref="StackKind"/> that was entered.</summary>
    public uint VisitedStacks;

    /// <summary>Index of the row that the last step used, -1 when it found none.</summary>
    public int Row;

    /// <summary>The address that could not be read, when that is why the chain broke off.</summary>
    public ulong FaultAddress;

    /// <summary>Steps that neither raised the stack pointer nor entered a new stack.</summary>
    internal int Stalls;

    /// <summary>
    /// Would the unwind go on from here exactly as from <paramref name="other"/>, given the same memory? Everything is
    /// compared that a step depends on.
    /// </summary>
    public readonly bool ContinuesLike(in UnwindState other) =>
        Ip == other.Ip && Sp == other.Sp && Bp == other.Bp
        && Signal == other.Signal && UserMode == other.UserMode
        && VisitedStacks == other.VisitedStacks && Stack == other.Stack && Stalls == other.Stalls
        && HasScratch == other.HasScratch && (!HasScratch || Scratch == other.Scratch);
}
