using Objtool.StackStates;

namespace Objtool.Decoding;

/// <summary>What an instruction does to the values of registers and words.</summary>
/// <param name="Kind">The part that can be said.</param>
/// <param name="Destination">The register that is set, or that the address of a word counts from.</param>
/// <param name="Source">The register that is read.</param>
/// <param name="Offset">Added to it, in bytes.</param>
/// <param name="Clobbered">One bit for each general register, by hardware number, whose value is not known afterwards.</param>
/// <param name="Written">What of memory may change besides.</param>
public readonly record struct ValueEffect(
    ValueEffectKind Kind, StackBase Destination, StackBase Source, int Offset, ushort Clobbered = 0, WrittenWords Written = WrittenWords.None)
{
    /// <summary>The most bytes that <see cref="WrittenWords.At"/> stands for.</summary>
    public const int MostWritten = 64;

    /// <summary>Is the register's value not known afterwards?</summary>
    public bool Clobbers(StackBase register) => ((Clobbered >> (int)register) & 1) != 0;
}
