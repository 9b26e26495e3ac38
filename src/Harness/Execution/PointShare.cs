namespace Harness.Execution;

/// <summary>
/// Which of a run's points are verified here. Every share of a run executes the same instructions, numbered as they come;
/// the numbers are dealt out in blocks, and a delivered interrupt belongs to the instruction that it interrupts (but see
/// <see cref="InterruptPolicy.SharedNesting"/>). So each point is in exactly one share, whoever runs them, and a share
/// can begin and be cut at any block.
/// </summary>
/// <param name="range">The share.</param>
internal sealed class PointShare(ShareRange range)
{
    private const ulong PathFactor = 0x9e37_79b9_7f4a_7c15;

    private long _blockEnd = range.BlockSize;

    /// <summary>Called when a block begins and all points before it are done. It may split the share.</summary>
    public Action? BlockBegins { get; set; }

    /// <summary>The share as it is now.</summary>
    public ShareRange Range { get; private set; } = range;

    /// <summary>The number of the next instruction, from 0.</summary>
    public long Next { get; private set; }

    /// <summary>A fingerprint of the instructions so far: shares that executed different ones don't make up a whole.</summary>
    public ulong Path { get; private set; }

    /// <summary>Is the next instruction in the share?</summary>
    public bool IsOwn { get; private set; } = range.Contains(0);

    /// <summary>The block of the next instruction.</summary>
    public long Block { get; private set; }

    /// <summary>An instruction executes.</summary>
    public void Advance(ulong rip)
    {
        Path = unchecked((Path ^ rip) * PathFactor);
        if (++Next == _blockEnd)
            BeginBlock();
    }

    /// <summary>Gives away every other block that is still to come.</summary>
    /// <returns>The share given away.</returns>
    public ShareRange Split()
    {
        var (kept, given) = Range.SplitAt(Block);
        Range = kept;
        return given;
    }

    private void BeginBlock()
    {
        Block++;
        _blockEnd += Range.BlockSize;
        BlockBegins?.Invoke();
        IsOwn = Range.Contains(Block);
    }
}
