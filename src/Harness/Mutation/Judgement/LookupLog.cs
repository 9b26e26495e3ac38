namespace Harness.Mutation.Judgement;

/// <summary>Addresses whose rows were looked up, in order.</summary>
internal sealed class LookupLog
{
    private ulong[] _addresses = new ulong[16];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ulong this[int index] => _addresses[index];

    /// <summary>Adds one.</summary>
    public void Add(ulong address)
    {
        if (Count == _addresses.Length)
            Array.Resize(ref _addresses, 2 * Count);
        _addresses[Count++] = address;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;
}
