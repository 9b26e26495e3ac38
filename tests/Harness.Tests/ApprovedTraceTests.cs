using Harness.Commands;
using Harness.Fixtures;
using Harness.Tracing;
using TestKit;

namespace Harness.Tests;

/// <summary>The trace of every fixture, as a person has approved it.</summary>
public sealed class ApprovedTraceTests
{
    public static TheoryData<string> Fixtures =>
        [.. FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null)
            .Where(fixture => fixture.Header.Expectation.Outcome != ExpectedOutcome.Diagnostic)
            .Select(fixture => fixture.Name)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Trace_IsAsApproved(string name)
    {
        var fixture = FixtureDiscovery.Find([RepositoryFolders.Fixtures], name).Single();
        // Compiled code is long: each instruction once is what a person can read.
        var request = new TraceRequest { EachInstructionOnce = fixture.Group == "compiled" };
        var (text, isRight) = new FixtureTracer(CommonOptions.DefaultPreparer()).Trace(fixture, request);
        Assert.True(isRight, text);
        Approved.Verify($"trace/{name}", text);
    }
}
