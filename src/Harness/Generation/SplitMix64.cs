namespace Harness.Generation;

/// <summary>
/// Random numbers that are the same on every machine and with every version of the framework: Steele, Lea, Flood,
/// Fast Splittable Pseudorandom Number Generators (OOPSLA 2014).
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state = unchecked(_state + 0x9e37_79b9_7f4a_7c15);
        var mixed = unchecked((_state ^ (_state >> 30)) * 0xbf58_476d_1ce4_e5b9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94d0_49bb_1331_11eb);
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in <paramref name="percent"/> of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
