using Harness.Loading;
using Unwinder;

namespace Harness.Verification.Chains;

/// <summary>
/// The part of the chain that was found right before: for each true frame from the outermost on, how the unwind arrived
/// there and the words that the step from there outwards read. As long as the unwind arrives in the same way and the
/// words are the same, the rest of the chain is what it was.
/// </summary>
internal sealed class ChainMemo(GuestStackMemory memory)
{
    private readonly WordLog _words = new();
    private UnwindState[] _arrivals = new UnwindState[64];
    private int[] _wordsEnd = new int[64];

    /// <summary>The outermost frame of the chain: not 0 when it ends in user mode.</summary>
    public int Bottom { get; private set; }

    /// <summary>One past the innermost frame that is remembered.</summary>
    public int Top { get; private set; }

    /// <summary>No word that was read for what is remembered lies below.</summary>
    public ulong LowestWord { get; private set; } = ulong.MaxValue;

    /// <summary>How the chain ends.</summary>
    public ChainVerdict Verdict { get; private set; }

    /// <summary>Is the chain from here known?</summary>
    public bool Holds(int level, in UnwindState arrival) => level >= Bottom && level < Top && _arrivals[level].ContinuesLike(arrival);

    /// <summary>Forgets the frames from <paramref name="top"/> inwards.</summary>
    public void Truncate(int top)
    {
        if (top >= Top)
            return;
        Top = Math.Max(top, Bottom);
        _words.Truncate(Top > Bottom ? _wordsEnd[Top - 1] : 0);
    }

    /// <summary>Forgets all, and what is added next is the outermost frame.</summary>
    public void Restart(int bottom, ChainVerdict verdict)
    {
        Bottom = Top = bottom;
        Verdict = verdict;
        _words.Truncate(0);
        LowestWord = ulong.MaxValue;
    }

    /// <summary>Adds the next frame inwards, with the words that the step outwards from it read.</summary>
    public void Add(in UnwindState arrival, ReadOnlySpan<(ulong Address, ulong Value)> words)
    {
        // A chain that ends far from the outermost frame begins as far up here.
        if (Top >= _arrivals.Length)
        {
            Array.Resize(ref _arrivals, 2 * Top);
            Array.Resize(ref _wordsEnd, 2 * Top);
        }

        foreach (var (address, value) in words)
        {
            _words.Add(address, value);
            LowestWord = Math.Min(LowestWord, address);
        }

        _arrivals[Top] = arrival;
        _wordsEnd[Top] = _words.Count;
        Top++;
    }

    /// <summary>Forgets the frames whose words may have been changed by what was written since they were read.</summary>
    /// <param name="change">What can have been written.</param>
    /// <param name="lastSp">The stack pointer at the last point.</param>
    public void Recheck(MemoryChange change, ulong lastSp)
    {
        if (change.Leaves(lastSp, LowestWord))
            return;
        if (FindChangedWord() is >= 0 and var word)
            Truncate(LevelOfWord(word));
    }

    /// <summary>Are all words that were read what they were?</summary>
    public bool IsUnchanged() => FindChangedWord() < 0;

    private int FindChangedWord()
    {
        var words = _words[0, _words.Count];
        for (var i = 0; i < words.Length; i++)
        {
            if (!memory.TryReadWord(words[i].Address, out var value) || value != words[i].Value)
                return i;
        }

        return -1;
    }

    private int LevelOfWord(int word)
    {
        var level = Bottom;
        while (_wordsEnd[level] <= word)
            level++;
        return level;
    }
}
