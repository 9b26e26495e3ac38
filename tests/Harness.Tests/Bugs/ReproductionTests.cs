using Harness.Bugs;
using Harness.Fixtures;
using Harness.Tests.Kit;
using Harness.Verification;
using TestKit;

namespace Harness.Tests.Bugs;

/// <summary>Every reported bug comes back with its fault, where the catalogue says, and is told as a person has approved it.</summary>
public sealed class ReproductionTests
{
    private static readonly IReadOnlyList<Fixture> _bugs =
        [.. FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null).Where(Fault.IsReportedBug)];

    public static TheoryData<string> Bugs => [.. _bugs.Select(fixture => fixture.Name)];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void Bug_IsReproducedAndToldAsApproved(string name)
    {
        var fixture = _bugs.Single(candidate => candidate.Name == name);
        var reproducer = new BugReproducer(Verifying.Preparer, new VerificationOptions());
        var reproduction = reproducer.Reproduce(fixture, Fault.Of(fixture)!);
        var text = ReproductionWriter.Write(reproduction);
        Assert.True(reproduction.IsReproduced, text);
        Approved.Verify($"repro/{fixture.Id}", text);
    }

    [Fact]
    public void EveryBug_SaysWhereItWasReportedAndWhatWasSeen()
    {
        Assert.NotEmpty(_bugs);
        Assert.All(_bugs, fixture => Assert.False(
            fixture.Header.What.Length == 0 || fixture.Header.Symptom.Length == 0 || fixture.Header.Wrong.Count == 0,
            $"{fixture.Name}: what, symptom or wrong= is missing"));
        Assert.All(
            FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null).Where(fixture => fixture.Group == "bugs"),
            fixture => Assert.True(Fault.IsReportedBug(fixture), $"{fixture.Name}: expect=quirk, unwinder or fault, or reference, is missing"));
    }

    /// <summary>A fault that is not where the fixture says, or that is none, is no reproduction.</summary>
    [Theory]
    [InlineData("wrong=main", "with its fault: main+0x0 right, but should be wrong; f+0x4 wrong, but should be right")]
    [InlineData("result=7", "its header does not say where frames are wrong (wrong=PLACE,...)")]
    [InlineData("wrong=f+4", null)]
    public void FaultMustBeWhereTheFixtureSays(string line, string? problem)
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, $"expect=fault {line}", """
            FUNCTION f
                subq    $8, %rsp
            .ifdef FAULT
                UNWIND_HINT_FUNC cfa_offset=24
            .endif
                addq    $8, %rsp
            .ifdef FAULT
                UNWIND_HINT_FUNC
            .endif
                ret
            END_FUNCTION f
            FUNCTION main
                movl    $7, %eax
                call    f
                ret
            END_FUNCTION main
            """);
        var reproduction = new BugReproducer(Verifying.Preparer, new VerificationOptions()).Reproduce(fixture, Fault.Of(fixture)!);
        Assert.True(reproduction.Repaired.Passed);
        Assert.Equal(problem, reproduction.Problem);
    }

    [Fact]
    public void FaultWithoutEffect_IsNoReproduction()
    {
        using var scratch = new Scratch();
        var fixture = Source.Assembly(scratch, "expect=quirk:drap-push-twice wrong=main", """
            FUNCTION main
                ret
            END_FUNCTION main
            """);
        var reproduction = new BugReproducer(Verifying.Preparer, new VerificationOptions()).Reproduce(fixture, Fault.Of(fixture)!);
        Assert.Equal("the quirk drap-push-twice should make frames wrong, but all are right", reproduction.Problem);
        Assert.False(reproduction.IsReproduced);
    }
}
