namespace Harness.Mutation.Proofs;

/// <summary>A value that is known by what it is counted from.</summary>
/// <param name="Base">What: 0 nothing known; the frame; the caller's rbp; or a number that stands for some value of its own.</param>
/// <param name="Offset">Added to it, in bytes.</param>
internal readonly record struct SymbolicValue(int Base, long Offset)
{
    private const int FrameBase = 1;
    private const int CallerBpBase = 2;
    private const int FirstNamed = 3;

    /// <summary>Nothing is known.</summary>
    public static SymbolicValue Unknown => default;

    /// <summary>
    /// The frame's own place: the CFA of a called function; where the hardware's frame begins in code that an interrupt entered.
    /// </summary>
    public static SymbolicValue Frame { get; } = new(FrameBase, 0);

    /// <summary>What the caller, or the interrupted code, had in rbp.</summary>
    public static SymbolicValue CallerBp { get; } = new(CallerBpBase, 0);

    /// <summary>The stack pointer that an instruction has lowered.</summary>
    /// <param name="index">The number of the instruction.</param>
    /// <param name="isAligned">To a multiple of 16.</param>
    public static SymbolicValue LoweredBy(int index, bool isAligned) => new(FirstNamed + (3 * index) + (isAligned ? 0 : 1), 0);

    /// <summary>The rbp that the row of an instruction counts from.</summary>
    public static SymbolicValue OfRow(int index) => new(FirstNamed + (3 * index) + 2, 0);

    /// <summary>Is anything known?</summary>
    public bool IsKnown => Base != 0;

    /// <summary>Counted from the frame?</summary>
    public bool IsOfFrame => Base == FrameBase;

    /// <summary>Just some value?</summary>
    public bool IsNamed => Base >= FirstNamed;

    /// <summary>
    /// An odd multiple of 8, for sure? Of a stack pointer: an interrupt leaves the word below it alone, because the hardware
    /// aligns to 16 before it pushes (SDM vol. 3, 6.14.2).
    /// </summary>
    public bool IsOddMultipleOf8 => IsNamed && (Base - FirstNamed) % 3 == 0 && (Offset & 15) == 8;

    /// <summary>The value some bytes on; of what is not known nothing is known.</summary>
    public SymbolicValue Plus(long bytes) => IsKnown ? this with { Offset = unchecked(Offset + bytes) } : this;
}
