using Harness.Generation;

namespace Harness.Tests.Generation;

/// <summary>The numbers are those of the published algorithm, on every machine.</summary>
public sealed class SplitMix64Tests
{
    /// <summary>The values that implementations in other languages are checked with.</summary>
    [Fact]
    public void Seed1234567_GivesThePublishedNumbers()
    {
        var random = new SplitMix64(1234567);
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(_ => random.Next()));
    }

    [Fact]
    public void Below_StaysBelowAndComesToAll()
    {
        var random = new SplitMix64(1);
        var seen = Enumerable.Range(0, 1000).Select(_ => random.Below(10)).ToHashSet();
        Assert.Equal(Enumerable.Range(0, 10), seen.Order());
    }
}
