namespace Harness.Verification.Scores;

/// <summary>How many points came out how.</summary>
internal record struct Tally
{
    /// <summary>Every caller found, and none besides.</summary>
    public long Right;

    /// <summary>A caller that is none, or one left out.</summary>
    public long Wrong;

    /// <summary>Right as far as it goes, but it breaks off.</summary>
    public long Truncated;

    /// <summary>All of them.</summary>
    public readonly long Points => Right + Wrong + Truncated;

    /// <summary>Adds another's.</summary>
    public void Add(in Tally other)
    {
        Right += other.Right;
        Wrong += other.Wrong;
        Truncated += other.Truncated;
    }
}
