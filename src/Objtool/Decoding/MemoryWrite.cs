namespace Objtool.Decoding;

/// <summary>What memory an instruction writes.</summary>
/// <param name="End">
/// All that it writes on a stack lies below rsp, as it was before, plus so many bytes: 0 for a push. See <see cref="Nowhere"/> and
/// <see cref="Anywhere"/>.
/// </param>
/// <param name="IsOperand">It writes its memory operand, and does not merely push.</param>
public readonly record struct MemoryWrite(short End, bool IsOperand)
{
    /// <summary>An <see cref="End"/> that means: nothing on any stack.</summary>
    public const short Nowhere = short.MinValue;

    /// <summary>An <see cref="End"/> that means: nobody knows.</summary>
    public const short Anywhere = short.MaxValue;

    /// <summary>No memory.</summary>
    public static MemoryWrite None => new(Nowhere, IsOperand: false);

    /// <summary>Only words that it pushes.</summary>
    public static MemoryWrite Push => new(0, IsOperand: false);
}
