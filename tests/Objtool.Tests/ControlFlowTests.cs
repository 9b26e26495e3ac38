using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>The analysis of small object files: each listing in the folder Cases says what is known before its instructions.</summary>
public sealed class ControlFlowTests
{
    public static TheoryData<string, string> Listings => ListingFile.Theory(
        "jumps.listing", "functions.listing", "noreturn.listing", "dead-ends.listing", "reachability.listing", "sequences.listing");

    [Theory]
    [MemberData(nameof(Listings))]
    public void Listing_IsAnalysedAsItSays(string file, string name) => ListingFile.Read(file)[name].Check("hints.inc");
}
