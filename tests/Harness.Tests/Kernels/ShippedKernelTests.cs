using Harness.Fixtures;
using Harness.Kernels.Files;
using Harness.Kernels.Symbols;

namespace Harness.Tests.Kernels;

/// <summary>Functions of kernels that Debian ships, by the tables that they were shipped with.</summary>
public sealed class ShippedKernelTests
{
    public static TheoryData<string> Releases => ShippedKernel.Releases;

    /// <summary>Two lists that the kernel's build makes independently of each other.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public void Names_AreThoseOfTheExports(string release)
    {
        var kernel = KernelFile.ReadKernel(ShippedKernel.Require(release));
        var names = Kallsyms.Read(kernel).Select(symbol => (symbol.Name, symbol.Address)).ToHashSet();
        (string, ulong)[] exports = [.. ExportTable.OfKernel(kernel)];
        Assert.True(exports.Length > 9000, $"{exports.Length} exports");
        Assert.Equal([], exports.Where(export => !names.Contains(export)).ToArray());
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Strlen_IsVerifiedByItsOwnRows(string release)
    {
        var report = ShippedKernel.Verify(ShippedKernel.Load(release), "strlen(\"hello\") => 5", InterruptMode.Each).Report;
        Assert.True(report.Passed, report.Unmet ?? report.Execution?.Message);
        Assert.True(report.Counters is { Points: > 500, Interrupts: > 20, RowsUsed: >= 2, BlindPoints: 0 }, report.Counters.ToString());
    }
}
