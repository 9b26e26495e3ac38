using Harness.Verification.Chains;
using Objtool.Decoding;

namespace Harness.Execution;

/// <summary>What a run wants to know of an instruction each time it executes.</summary>
internal readonly struct CodeFacts
{
    private readonly byte _kind;
    private readonly Flags _flags;

    public CodeFacts(InstructionKind kind, MemoryWrite write, bool canFault)
    {
        _kind = (byte)(kind + 1);
        Change = new MemoryChange(write.End);
        _flags = (canFault ? Flags.CanFault : 0) | (write.IsOperand ? Flags.WritesData : 0);
    }

    [Flags]
    private enum Flags : byte
    {
        CanFault = 1,
        WritesData = 2,
    }

    /// <summary>Was the instruction looked at? The default was not.</summary>
    public bool IsKnown => _kind != 0;

    /// <summary>What it does to the flow of control.</summary>
    public InstructionKind Kind => (InstructionKind)(_kind - 1);

    /// <summary>What it writes.</summary>
    public MemoryChange Change { get; }

    /// <summary>Does it write its memory operand?</summary>
    public bool WritesData => (_flags & Flags.WritesData) != 0;

    /// <summary>May its memory be one that is not there? Not in entry code, whose memory always is, nor a function's stack.</summary>
    public bool CanFault => (_flags & Flags.CanFault) != 0;
}
