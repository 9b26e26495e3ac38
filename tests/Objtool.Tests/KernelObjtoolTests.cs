using Objtool.Tests.Kit;

namespace Objtool.Tests;

/// <summary>The same files through the objtool of Linux 6.1: the same rows, and the same warnings in the same words.</summary>
public sealed class KernelObjtoolTests
{
    public static TheoryData<string> Listings => [.. ListingFile.Names.Except(["hints-undwarf.listing"])];

    [Theory]
    [MemberData(nameof(Listings))]
    public void EveryListing_IsAnalysedAsTheKernelDoesOrSaysWhyNot(string file)
    {
        KernelObjtool.Require();
        var failures = new List<string>();
        foreach (var listing in ListingFile.Read(file).Values)
        {
            var difference = DifferenceOf(listing);
            if (listing.KernelDiffers is { } reason && difference is null)
                failures.Add($"{listing.Place}: says that the kernel differs ({reason}), but it does not");
            if (listing.KernelDiffers is null && difference is not null)
                failures.Add($"{listing.Place}: {difference}");
        }

        CaseFile.Report(file, failures);
    }

    private static string? DifferenceOf(Listing listing)
    {
        var file = listing.Assemble("hints-6.1.inc");
        var options = new List<string>();
        if (listing.Options.CheckFramePointers)
            options.Add("--stackval");
        if (!listing.Options.CheckReachability)
            options.Add("--no-unreachable");
        var theirs = KernelObjtool.Run(file.Bytes.ToArray(), [.. options]);
        var ours = OwnTable.Run(file, listing.Options);

        var warnings = theirs.Warnings.Select(KernelObjtool.WithoutPlace).ToArray();
        if (!warnings.Order(StringComparer.Ordinal).SequenceEqual(ours.Messages.Order(StringComparer.Ordinal)))
            return $"the kernel warns\n  {string.Join("\n  ", warnings)}\nand we\n  {string.Join("\n  ", ours.Messages)}";
        var rows = OwnTable.AsIn61(ours.Rows);
        return OwnTable.AsIn61(theirs.Rows).SequenceEqual(rows)
            ? null
            : $"the kernel's rows\n  {string.Join("\n  ", theirs.Rows)}\nand ours\n  {string.Join("\n  ", rows)}";
    }
}
