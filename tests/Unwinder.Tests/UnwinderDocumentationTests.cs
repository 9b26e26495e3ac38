using System.Text.RegularExpressions;
using TestKit;
using Undwarf.Quirks;

namespace Unwinder.Tests;

/// <summary>docs/unwinder.md names what shows each behaviour: all of that must be there.</summary>
public sealed partial class UnwinderDocumentationTests
{
    private static readonly string _text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "unwinder.md"));

    [Fact]
    public void EveryTestThatIsNamed_Exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var names = TestName().Matches(_text);
        Assert.True(names.Count > 60);
        var missing = names.Where(name => !sources[name.Groups["class"].Value].Any(source => source.Contains($" {name.Groups["test"].Value}(", StringComparison.Ordinal)));
        Assert.Equal([], missing.Select(name => name.Value).Distinct());
    }

    [Fact]
    public void EveryFixtureThatIsNamed_Exists()
    {
        var names = FixtureName().Matches(_text).Select(name => name.Value).Distinct().ToArray();
        Assert.NotEmpty(names);
        Assert.Equal([], names.Where(name => !File.Exists(Path.Combine(Repository.Root, "asm-fixtures", $"{name}.s"))));
    }

    /// <summary>Rows 1 to 52 of the behaviours and 1 to 31 of the repairs.</summary>
    [Fact]
    public void NoRowIsLeftOut()
    {
        var parts = _text.Split("## Repairs and their quirks");
        Assert.Equal(Enumerable.Range(1, 52), NumbersIn(parts[0]));
        Assert.Equal(Enumerable.Range(1, 31), NumbersIn(parts[1]));
    }

    [Fact]
    public void EveryQuirkOfTheUnwinder_IsNamed() =>
        Assert.Equal([], QuirkCatalog.All.Where(quirk => quirk.Part == QuirkPart.Unwinder && !_text.Contains(quirk.Name, StringComparison.Ordinal)).Select(quirk => quirk.Name));

    private static IEnumerable<int> NumbersIn(string text) =>
        RowNumbers().Matches(text).SelectMany(row => row.Groups["numbers"].Value.Split(", ")).Select(int.Parse).Order();

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<test>\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"contexts/[a-z-]+")]
    private static partial Regex FixtureName();

    [GeneratedRegex(@"^\| (?<numbers>\d+(, \d+)*) \|", RegexOptions.Multiline)]
    private static partial Regex RowNumbers();
}
