using Harness.Execution;
using Harness.Verification.Results;

namespace Harness.Tests.Verification;

/// <summary>Shares are a partition: no block is in two, none in none.</summary>
public sealed class ShareRangeTests
{
    private const int Blocks = 5000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void EachBlock_IsInOneShard_AndAllShardsGetAbout_TheSame(int count)
    {
        var owned = new int[count];
        for (var block = 0; block < Blocks; block++)
        {
            var owners = Enumerable.Range(0, count).Where(index => new ShareRange(0, index, count, 17).Contains(block)).ToArray();
            owned[Assert.Single(owners)]++;
        }

        Assert.InRange(owned.Min(), Blocks / count / 2, Blocks / count);
        Assert.InRange(owned.Max(), Blocks / count, Blocks / count * 2);
    }

    [Fact]
    public void SplitShare_KeepsItsPast_AndItsFutureIsInOneOfTheHalves()
    {
        const int At = 1234;
        foreach (var share in new[] { ShareRange.Whole, new ShareRange(100, 2, 3, 5), new ShareRange(2000, 0, 5, 5) })
        {
            var (first, second) = share.SplitAt(At);
            for (var block = At; block < Blocks; block++)
            {
                Assert.Equal(share.Contains(block), first.Contains(block) || second.Contains(block));
                Assert.False(first.Contains(block) && second.Contains(block));
            }

            Assert.DoesNotContain(Enumerable.Range(0, At), block => first.Contains(block) || second.Contains(block));
        }
    }

    [Fact]
    public void FirstBlocksOfManyRuns_SpreadOverTheShards()
    {
        var first = Enumerable.Range(0, 1000).Select(salt => Enumerable.Range(0, 4).First(index => new ShareRange(0, index, 4, (uint)salt).Contains(0)));
        Assert.All(first.GroupBy(index => index), group => Assert.InRange(group.Count(), 150, 350));
    }

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/8", 3, 8)]
    public void ShardNumber_IsRead(string text, int index, int count) => Assert.Equal(new ShardNumber(index, count), ShardNumber.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0/1")]
    [InlineData("2/1")]
    [InlineData("1/0")]
    [InlineData("-1/2")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("1/1000001")]
    [InlineData(" 1/2")]
    public void NoShardNumber_IsNone(string text) => Assert.Null(ShardNumber.Parse(text));
}
