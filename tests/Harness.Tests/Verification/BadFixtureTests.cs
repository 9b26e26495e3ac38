using Harness.Fixtures;
using Harness.Tests.Kit;
using Objtool.Diagnostics;

namespace Harness.Tests.Verification;

/// <summary>asm-fixtures/bad has a fixture for each diagnostic that assembly can provoke, named by its id.</summary>
public sealed class BadFixtureTests
{
    /// <summary>What no source provokes, and where it is tested instead.</summary>
    private static readonly Dictionary<string, string> _withoutFixture = new()
    {
        ["unknown-stack-instruction"] = "no instruction is decoded to such an operation: StackEffectTests",
        ["unknown-stack-memory-operation"] = "no instruction is decoded to such an operation: StackEffectTests",
        ["unknown-bp-base"] = "no rule saves rbp anywhere else: a guard",
        ["already-has-table"] = "a file with a table is verified with that: ObjtoolCommandTests",
        ["not-relocatable"] = "no assembler writes a linked file: ObjtoolCommandTests",
    };

    private static readonly Fixture[] _fixtures = [.. FixtureDiscovery.Find([Path.Combine(RepositoryFolders.Fixtures, "bad")], filter: null)];

    public static TheoryData<string> Names => [.. _fixtures.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixture_GivesTheDiagnosticOfItsName(string name)
    {
        var fixture = _fixtures.Single(candidate => NameOf(candidate) == name);
        var diagnostic = DiagnosticOf(fixture);
        Assert.Equal(diagnostic, fixture.Header.Expectation.DiagnosticId);
        Assert.NotEqual("", fixture.Header.What);

        // It is about one thing: nothing else may be found first.
        var report = Verifying.Run(fixture);
        Verifying.AssertPassed(report);
        Assert.Equal(diagnostic, report.Diagnostics[0].Id);
    }

    [Fact]
    public void EveryDiagnostic_HasAFixtureOrAReason() =>
        Assert.Equal(
            DiagnosticCatalog.Kinds.Select(DiagnosticCatalog.IdOf).Order(),
            _fixtures.Select(DiagnosticOf).Distinct().Concat(_withoutFixture.Keys).Order());

    /// <summary>Several have the same: <c>diagnostic.shape.s</c>.</summary>
    private static string DiagnosticOf(Fixture fixture) => NameOf(fixture).Split('.')[0];

    private static string NameOf(Fixture fixture) => Path.GetFileNameWithoutExtension(fixture.Path);
}
