using Harness.Generation.Csmith;
using Harness.Tests.Kit;

namespace Harness.Tests.Generation;

/// <summary>Our runtime for Csmith's programs computes what Csmith's own does.</summary>
public sealed class CsmithHeaderTests
{
    private const string OfficialHeaders = "/usr/include/csmith";

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(10)]
    public void Checksum_IsThatOfCsmithsOwnHeaders(ulong seed)
    {
        if (!Directory.Exists(OfficialHeaders))
            Assert.Skip("libcsmith-dev is not installed");
        var run = Fuzzing.Run(Fuzzing.Csmith("gcc"), 1, seed: seed)[0];
        using var scratch = new Scratch();
        var source = new CsmithFamily(CsmithSettings.Of(["gcc"])).Generate(seed, scratch.Root);
        _ = Programs.Run("gcc", "-w", "-O1", "-fno-strict-aliasing", "-I", OfficialHeaders, "-o", scratch["official"], source);
        var official = Programs.Start(scratch["official"], [], folder: null, environment: []);
        Assert.Equal($"checksum = {run.Result.Checksum:X}\n", official.Output);
    }
}
