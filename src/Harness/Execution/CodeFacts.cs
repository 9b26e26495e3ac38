using Harness.Verification.Chains;
using Objtool.Decoding;

namespace Harness.Execution;

/// <summary>What a run wants to know of an instruction each time it executes.</summary>
internal readonly struct CodeFacts
{
    private readonly byte _kind;
    private readonly byte _change;
    private readonly bool _canFault;

    public CodeFacts(InstructionKind kind, MemoryChange change, bool canFault)
    {
        _kind = (byte)(kind + 1);
        _change = (byte)change;
        _canFault = canFault;
    }

    /// <summary>Was the instruction looked at? The default was not.</summary>
    public bool IsKnown => _kind != 0;

    /// <summary>What it does to the flow of control.</summary>
    public InstructionKind Kind => (InstructionKind)(_kind - 1);

    /// <summary>What it writes.</summary>
    public MemoryChange Change => (MemoryChange)_change;

    /// <summary>May its memory be one that is not there? Not in entry code, whose memory always is, nor a function's stack.</summary>
    public bool CanFault => _canFault;
}
