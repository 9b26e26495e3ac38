using Harness.Fixtures;
using Harness.Loading;
using Harness.Tests.Kit;
using Undwarf;
using Unwinder.Lookup;

namespace Harness.Tests.Loading;

/// <summary>The lookups on real tables: all of the fixtures', at every address of their text.</summary>
public sealed class LookupTests
{
    [Fact]
    public void EveryLookup_EqualsThePlainSearch_OnEveryAddressOfEveryFixture()
    {
        var runtime = Verifying.Preparer.Runtime().Select(support => support.File).ToArray();
        long addresses = 0;
        foreach (var fixture in FixtureDiscovery.Find([RepositoryFolders.Fixtures], null).Where(fixture => fixture.Header.Expectation.Outcome != ExpectedOutcome.Diagnostic))
        {
            var image = ImageBuilder.Build([Verifying.Preparer.Prepare(fixture).File], runtime);
            var (table, text) = (image.Table, image.KernelText);
            var direct = new DirectMap(table, text.Begin, text.End);
            var published = new FixedBlockSearch(table, text.Begin, text.End);
            var small = new SmallBlockSearch(table, text.Begin, text.End);
            Assert.Equal(table.Count > 0 && table.BaseAddress <= text.Begin, published.IsComplete);
            for (var ip = text.Begin; ip < text.End; ip++, addresses++)
            {
                var row = table.IndexOf(ip);
                if (direct.IndexOf(ip) != row || published.IndexOf(ip) != row || small.IndexOf(ip) != row)
                    Assert.Fail($"{fixture.Name}: {image.Symbols.NameOf(ip)}: row {row}, but {direct.IndexOf(ip)}, {published.IndexOf(ip)}, {small.IndexOf(ip)}");
            }
        }

        Assert.True(addresses > 100_000, $"{addresses} addresses");
    }
}
