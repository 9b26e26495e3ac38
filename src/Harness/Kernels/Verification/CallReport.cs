using Harness.Verification;

namespace Harness.Kernels.Verification;

/// <summary>What came of one line of a list of calls.</summary>
/// <param name="Report">As of a fixture.</param>
/// <param name="UsedRows">The numbers of the rows of the kernel and its modules that were used.</param>
internal sealed record CallReport(FixtureReport Report, IReadOnlyList<int> UsedRows)
{
    /// <summary>Was it left out, because the kernel has no such function?</summary>
    public bool IsLeftOut => Report.Run.Length == 0 && Report.Passed;
}
