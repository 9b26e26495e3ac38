namespace Harness.Verification.Chains;

/// <summary>Words of memory as they were read, in the order of reading.</summary>
internal sealed class WordLog
{
    private (ulong Address, ulong Value)[] _words = new (ulong, ulong)[256];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The words of [<paramref name="begin"/>, <paramref name="end"/>).</summary>
    public ReadOnlySpan<(ulong Address, ulong Value)> this[int begin, int end] => _words.AsSpan(begin, end - begin);

    /// <summary>Adds a word.</summary>
    public void Add(ulong address, ulong value)
    {
        if (Count == _words.Length)
            Array.Resize(ref _words, 2 * Count);
        _words[Count++] = (address, value);
    }

    /// <summary>Forgets all but the first <paramref name="count"/>.</summary>
    public void Truncate(int count) => Count = count;
}
