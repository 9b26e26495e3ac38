using Objtool.Decoding;

namespace Objtool.Code;

/// <summary>
/// An instruction as the analysis sees it. Instructions of all sections stand in one array and name each other by
/// their numbers in it; -1 is none.
/// </summary>
public struct CodeInstruction
{
    /// <summary>No instruction, function, section, symbol or state.</summary>
    public const int None = -1;

    /// <summary>Offset in its section.</summary>
    public uint Offset;

    /// <summary>Bytes, 1 to 15.</summary>
    public byte Length;

    /// <summary>What it does to the flow of control.</summary>
    public InstructionKind Kind;

    /// <summary>See <see cref="InstructionMarks"/>.</summary>
    public InstructionMarks Marks;

    /// <summary>How many stack operations it has, from <see cref="FirstOperation"/> on.</summary>
    public byte OperationCount;

    /// <summary>Number of its first stack operation.</summary>
    public int FirstOperation;

    /// <summary>Number of its section in <see cref="ObjectCode.Sections"/>.</summary>
    public int Section;

    /// <summary>Number of the function that covers it in <see cref="ObjectCode.Functions"/>.</summary>
    public int Function;

    /// <summary>Number of the instruction that a direct jump leads to, when it lies in this file.</summary>
    public int JumpDestination;

    /// <summary>Number of the symbol in .symtab that a call, or a jump in place of a call, leads to.</summary>
    public int CallDestination;

    /// <summary>Where a direct jump or call leads by its encoding, as an offset in its own section.</summary>
    public ulong EncodedTarget;

    /// <summary>Number of the state before it.</summary>
    public int State;

    /// <summary>Number of the group of code that it is replaced with, or that it replaces others with.</summary>
    public int Group;

    /// <summary>Number of the list of other places at which control may go on instead of executing it.</summary>
    public int Alternates;

    /// <summary>Number of a forward jump that leads here, by which the search for a jump table goes backwards.</summary>
    public int FirstJumpSource;

    /// <summary>Offset of the next instruction.</summary>
    public readonly uint EndOffset => Offset + Length;

    /// <summary>Is the mark set?</summary>
    public readonly bool Has(InstructionMarks mark) => (Marks & mark) != 0;
}
