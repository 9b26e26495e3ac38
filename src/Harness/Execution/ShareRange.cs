namespace Harness.Execution;

/// <summary>
/// Blocks of a run: those from a first one on whose mixed number is <paramref name="Index"/> modulo
/// <paramref name="Count"/>.
/// </summary>
/// <param name="FirstBlock">The first block that can be in it.</param>
/// <param name="Index">Which of the shares, from 0.</param>
/// <param name="Count">How many shares there are: 1 or more.</param>
/// <param name="Salt">Differs between runs, so that the first blocks of all don't land in one share.</param>
/// <param name="BlockSize">Instructions in a block: fewer where each brings many points.</param>
internal readonly record struct ShareRange(long FirstBlock, int Index, int Count, uint Salt, int BlockSize = ShareRange.UsualBlockSize)
{
    /// <summary>Instructions that stay together where an instruction is a point, or a few hundred.</summary>
    public const int UsualBlockSize = 1024;

    /// <summary>All points.</summary>
    public static ShareRange Whole { get; } = new(0, 0, 1, 0);

    /// <summary>Is the block in it?</summary>
    public bool Contains(long block) => block >= FirstBlock && (Count == 1 || Mix((ulong)block ^ ((ulong)Salt << 32)) % (ulong)Count == (ulong)Index);

    /// <summary>What is left of it from a block on.</summary>
    public ShareRange From(long block) => this with { FirstBlock = Math.Max(FirstBlock, block) };

    /// <summary>Two halves of what is left of it from a block on.</summary>
    public (ShareRange First, ShareRange Second) SplitAt(long block)
    {
        var rest = From(block) with { Count = checked(2 * Count) };
        return (rest, rest with { Index = Index + Count });
    }

    /// <summary>Loops are periodic: dealing out by the number itself could give one share all of the same instructions.</summary>
    private static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 30)) * 0xbf58_476d_1ce4_e5b9);
        value = unchecked((value ^ (value >> 27)) * 0x94d0_49bb_1331_11eb);
        return value ^ (value >> 31);
    }
}
