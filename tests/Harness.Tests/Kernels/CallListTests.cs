using Harness.Fixtures;
using Harness.Kernels.Calls;
using Harness.Kernels.Patching;
using Harness.Kernels.Verification;
using Harness.Verification;
using Harness.Verification.Results;
using TestKit;

namespace Harness.Tests.Kernels;

/// <summary>The lists of asm-fixtures/kernel-calls: every instruction verified by the rows that were shipped, every result as expected.</summary>
public sealed class CallListTests
{
    /// <summary>Modules that calls of modules.calls are about, or that others of them need.</summary>
    private static readonly string[] _modules =
    [
        "btrfs", "cordic", "crc-itu-t", "crc7", "libchacha", "libcrc32c", "libcurve25519-generic", "libdes", "libpoly1305", "lz4_compress",
        "nls_utf8", "raid6_pq", "serpent_generic", "ts_bm", "ts_kmp", "twofish_common", "xfs", "xor",
    ];

    public static TheoryData<string, string, string> Runs => new()
    {
        { "6.1", CpuModel.Unpatched, "each" },
        { "6.12", CpuModel.Unpatched, "none" },
        { "6.12", "x86-64-v2", "each" },
        { "6.1", "server", "none" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Library_OfAtLeast200Functions_HasNoMismatch(string release, string cpu, string interrupts)
    {
        var kernel = cpu == CpuModel.Unpatched ? ShippedKernel.Load(release) : ShippedKernel.Link(ShippedKernel.Read(release), CpuModel.Parse(cpu));
        var (results, totals) = Run(kernel, "library.calls", Kit.Verifying.Mode(interrupts));

        Assert.Equal("", string.Concat(results.Select(ResultText.Failures)));
        Assert.True(totals.FunctionsCalled.Count >= 200, $"{totals.FunctionsCalled.Count} functions");
        Assert.True(totals.RowsUsed >= 1500, $"{totals.RowsUsed} rows");
        var counters = VerificationCounters.Sum(results.Select(result => result.Counters));
        Assert.True(counters.Points > 1_000_000, $"{counters}");
        Assert.Equal(counters.Instructions, counters.Points + counters.BlindPoints);
        Assert.Equal(cpu == CpuModel.Unpatched, counters.BlindPoints > 0);
        Assert.Equal(interrupts == "each", counters.Interrupts > 50_000);
    }

    [Theory]
    [MemberData(nameof(ShippedKernel.Releases), MemberType = typeof(ShippedKernel))]
    public void Modules_TheKernelAndCallbacksBothWays_HaveNoMismatch(string release)
    {
        string[] modules = release == "6.1" ? [.. _modules, "zstd_compress"] : _modules;
        var (results, totals) = Run(ShippedKernel.Load(release, modules), "modules.calls", InterruptMode.None);

        Assert.Equal("", string.Concat(results.Select(ResultText.Failures)));
        Assert.True(totals.FunctionsCalled.Count >= 40, $"{totals.FunctionsCalled.Count} functions");
        Assert.Contains(results, result => result.Notes.Any(note => note.Contains("'vmovdqa", StringComparison.Ordinal) && note.Contains("can't be emulated faithfully", StringComparison.Ordinal)));
        Assert.Single(results, result => result.Notes.Any(note => note.StartsWith("left out, as it is for Linux 6.1", StringComparison.Ordinal)));
    }

    /// <summary>Functions that allocate; among them the code, in the kernel's init section, that unpacks an initramfs.</summary>
    [Theory]
    [MemberData(nameof(ShippedKernel.Releases), MemberType = typeof(ShippedKernel))]
    public void FunctionsThatAllocate_WithTheHarnessesHeap_HaveNoMismatch(string release)
    {
        var (results, totals) = Run(ShippedKernel.LinkWithHeap(ShippedKernel.Read(release)), "heap.calls", InterruptMode.None);
        Assert.Equal("", string.Concat(results.Select(ResultText.Failures)));
        Assert.Superset(
            new HashSet<string> { "bunzip2", "gunzip", "unlz4", "unlzma", "unlzo", "unxz", "unzstd", "xz_dec_run" }, totals.FunctionsCalled.ToHashSet());
    }

    private static (IReadOnlyList<FixtureResult> Results, KernelTotals Totals) Run(Harness.Kernels.Loading.KernelImage kernel, string list, InterruptMode interrupts)
    {
        var verifier = new CallVerifier(kernel, new VerificationOptions { Interrupts = interrupts }, []);
        return new CallBatch(kernel, verifier).Run(CallParser.ReadList(Path.Combine(Repository.Root, "asm-fixtures", "kernel-calls", list)), Environment.ProcessorCount);
    }
}
