using Harness.Bugs;
using Harness.Fixtures;
using Harness.Tests.Kit;
using Harness.Verification;
using Undwarf.Quirks;

namespace Harness.Tests.Generation;

/// <summary>A fault in the analysis is found by programs that know nothing of it, reduced, and kept as a fixture of that fault.</summary>
[Collection(ConsoleTests.Name)]
public sealed class FuzzFailureTests
{
    [Theory]
    [InlineData("drap-r13-emitted-as-r10", 8)]
    [InlineData("dumb-sp-copy", 3)]
    public void FaultOfTheAnalysis_IsFoundReducedAndKept(string quirk, int seed)
    {
        using var scratch = new Scratch();
        var result = HarnessProgram.Call("fuzz", "--seed", $"{seed}", "--count", "1", "--size", "2", "--quirk", quirk, "--save", scratch["kept"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"FAIL assembly seed {seed}: wrong frames: at ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"again     ./harness fuzz --size 2 --quirk {quirk} --seed {seed} --count 1\n", result.Output, StringComparison.Ordinal);

        // What was kept stands on its own: wrong with the fault, at the places it names, and right without.
        var path = scratch[$"kept/assembly-{seed}.s"];
        Assert.Contains($"saved     {path}\n", result.Output, StringComparison.Ordinal);
        var fixture = FixtureDiscovery.Read(path);
        Assert.Equal(quirk, fixture.Header.Expectation.Quirk?.Name);
        Assert.NotEmpty(fixture.Header.Wrong);
        Verifying.AssertPassed(new PromiseVerifier(Verifying.Preparer, new VerificationOptions()).Verify(fixture));
        Assert.InRange(File.ReadLines(path).Count(), 5, 60);
    }

    /// <summary>With nothing wrong nothing is kept.</summary>
    [Fact]
    public void RightPrograms_LeaveNothingBehind()
    {
        using var scratch = new Scratch();
        var result = HarnessProgram.Call("fuzz", "--count", "2", "--size", "4", "--save", scratch["kept"], "--json", scratch["results.json"]);
        Assert.Equal(0, result.ExitCode);
        Assert.False(Directory.Exists(scratch["kept"]));
        Assert.Equal(2, File.ReadLines(scratch["results.json"]).Count(line => line.Contains("\"outcome\":\"Clean\"", StringComparison.Ordinal)));
        Assert.Contains("next seed 3\n", result.Output, StringComparison.Ordinal);

        // Another run adds to the file.
        _ = HarnessProgram.Call("fuzz", "--seed", "3", "--count", "1", "--size", "4", "--json", scratch["results.json"]);
        Assert.Equal(3, File.ReadLines(scratch["results.json"]).Count());
    }
}
