using System.Text.RegularExpressions;
using Harness.Fixtures;
using Harness.Tests.Kit;
using TestKit;

namespace Harness.Tests.Documentation;

/// <summary>docs/bugs.md: what it names is there, and what reproduces a reported bug is in it.</summary>
public sealed partial class BugsDocumentationTests
{
    private static readonly string _text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "bugs.md"));

    private static readonly IReadOnlyList<string> _named = [.. FixtureName().Matches(_text).Select(name => name.Value).Distinct()];

    [Fact]
    public void EveryFixtureThatIsNamed_Exists()
    {
        Assert.True(_named.Count > 50);
        Assert.Equal([], _named.Where(name => !File.Exists(Path.Combine(RepositoryFolders.Fixtures, $"{name}.s"))));
    }

    [Fact]
    public void EveryFixtureWithAReference_IsNamed() =>
        Assert.Equal([], FixtureDiscovery.Find([RepositoryFolders.Fixtures], filter: null)
            .Where(fixture => fixture.Header.Reference.Length > 0)
            .Select(fixture => $"{fixture.Group}/{fixture.Id}")
            .Except(_named));

    [Fact]
    public void EveryTestThatIsNamed_Exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var names = TestName().Matches(_text);
        Assert.NotEmpty(names);
        Assert.Equal([], names
            .Where(name => !sources[name.Groups["class"].Value].Any(source => source.Contains($" {name.Groups["test"].Value}(", StringComparison.Ordinal)))
            .Select(name => name.Value));
    }

    [GeneratedRegex(@"\b(bugs|contexts|entry|bad)/[a-z0-9-]+")]
    private static partial Regex FixtureName();

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<test>\w+)`")]
    private static partial Regex TestName();
}
