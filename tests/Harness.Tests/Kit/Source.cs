using Harness.Fixtures;

namespace Harness.Tests.Kit;

/// <summary>Fixtures: those of the repository, and small ones that a test writes itself.</summary>
internal static class Source
{
    private const string Includes = """
            .include "function.inc"
            .include "hints.inc"
            .include "pt_regs.inc"
            .include "annotations.inc"
            .text

        """;

    /// <summary>Every fixture of the repository that is meant to run.</summary>
    public static IReadOnlyList<Fixture> Running { get; } =
        [.. FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null)
            .Where(fixture => fixture.Header.Expectation.Outcome == ExpectedOutcome.Pass)];

    /// <summary>A fixture of the repository by its name: <c>functions/leaf</c>.</summary>
    public static Fixture Named(string name) => Running.Single(fixture => fixture.Name == name);

    /// <summary>Writes assembly, with the macros included, below header lines without their mark.</summary>
    public static Fixture Assembly(Scratch scratch, string header, string code, string name = "test.s")
    {
        var marked = header.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"# harness: {line}\n");
        return FixtureDiscovery.Read(scratch.Write(name, $"{string.Concat(marked)}\n{Includes}{code}\n"));
    }
}
