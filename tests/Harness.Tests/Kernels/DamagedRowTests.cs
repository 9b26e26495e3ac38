using Elf;
using Harness.Fixtures;
using Harness.Kernels.Files;
using Harness.Kernels.Loading;
using Harness.Loading;

namespace Harness.Tests.Kernels;

/// <summary>
/// One row of a shipped table made wrong, in the kernel or in a module: found at the instructions that it covers, and at all
/// that are called from there, whichever table those are in.
/// </summary>
public sealed class DamagedRowTests
{
    private const int RowSize = 6;
    private const string RowSection = ".orc_unwind";

    /// <summary>A row of the kernel: sp+8 becomes sp+16.</summary>
    [Theory]
    [MemberData(nameof(ShippedKernel.Releases), MemberType = typeof(ShippedKernel))]
    public void OfTheKernel_IsCaughtWhereItHolds(string release)
    {
        var kernel = ShippedKernel.Load(release);
        var strlen = kernel.Find("strlen").Single();
        var row = kernel.Image.RowAt(strlen.Address);
        var damaged = ShippedKernel.Link(Damage(ShippedKernel.Read(release), kernel.Image.Table.SourceIndexOf(row)));

        var report = ShippedKernel.Verify(damaged, "strlen(\"hello\") => 5").Report;
        Assert.False(report.Passed);
        Assert.True(report.WrongPoints > 5, $"{report.WrongPoints} wrong points");
        Assert.All(report.WrongPlaces, place => Assert.Equal(row, damaged.Image.RowAt(place)));
        Assert.Equal("__harness_root+0x2", kernel.Image.Symbols.NameOf(report.Mismatches[0].Expected[0].Ip));
        ShippedKernelTests.AssertPassed(ShippedKernel.Verify(damaged, "gcd(48, 180) => 12").Report);
    }

    /// <summary>
    /// btrfs_open_devices (module) calls list_sort (kernel), which calls devid_cmp (module): a wrong row behind the first
    /// call is seen from the kernel's code.
    /// </summary>
    [Theory]
    [InlineData("6.1", 0x98, 0x68)]
    [InlineData("6.12", 0x90, 0x70)]
    public void OfAModule_IsCaughtFromTheKernel(string release, int list, int gap)
    {
        string[] modules = release == "6.1" ? ["xor", "raid6_pq", "libcrc32c", "zstd_compress", "btrfs"] : ["xor", "raid6_pq", "libcrc32c", "btrfs"];
        var call = $"f = struct(zero({list}), u64(a, b), zero(256)); a = struct(u64(b, f+{list}), zero({gap}), u64(2), zero(256)); "
            + $"b = struct(u64(f+{list}, a), zero({gap}), u64(1), zero(256)); btrfs:btrfs_open_devices(f, 1, 0) => int -22; f+{list} == u64(b, a)";
        var kernel = ShippedKernel.Load(release, modules);
        ShippedKernelTests.AssertPassed(ShippedKernel.Verify(kernel, call, InterruptMode.Each).Report);

        var row = kernel.Image.RowAt(ReturnAddressOfListSort(kernel) - 1);
        Assert.True(kernel.Image.Tables!.Lookup[row] == kernel.Image.Table[row].Entry, "the same row in the set of tables");
        var btrfs = KernelFile.ReadModule(ShippedKernel.RequireModule(release, "btrfs"));
        var damaged = ShippedKernel.Link(
            ShippedKernel.Read(release),
            [.. modules[..^1].Select(name => KernelFile.ReadModule(ShippedKernel.RequireModule(release, name))), Damage(btrfs, RowInModule(kernel, row))]);

        var report = ShippedKernel.Verify(damaged, call).Report;
        var wrongFrom = report.Mismatches.Select(mismatch => damaged.Image.Symbols.NameOf(mismatch.Rip).Split('+')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "btrfs_open_devices", "list_sort" }, wrongFrom);
        Assert.All(report.WrongPlaces, place => Assert.StartsWith("btrfs_open_devices+", damaged.Image.Symbols.NameOf(place), StringComparison.Ordinal));
    }

    /// <summary>textsearch_find_continuous (kernel) calls kmp_find (module), which calls get_linear_data (kernel).</summary>
    [Theory]
    [MemberData(nameof(ShippedKernel.Releases), MemberType = typeof(ShippedKernel))]
    public void OfTheKernel_IsCaughtFromAModule(string release)
    {
        const string Call = "textsearch_find_continuous(struct(u64(&ts_kmp:kmp_ops, 0, 0, 0, \"need\"), u32(4, 0, 0, 0, 0)), zero(64), text(\"a need\"), 6) => u32 2";
        var kernel = ShippedKernel.Load(release, "ts_kmp");
        ShippedKernelTests.AssertPassed(ShippedKernel.Verify(kernel, Call, InterruptMode.Each).Report);

        var function = kernel.Find("textsearch_find_continuous").Single();
        var rows = Enumerable.Range(kernel.Image.RowAt(function.Address), kernel.Image.RowAt(function.Address + function.Size - 1) - kernel.Image.RowAt(function.Address));
        var row = rows.MaxBy(index => kernel.Image.Table[index].Entry.CfaOffset);
        var module = KernelFile.ReadModule(ShippedKernel.RequireModule(release, "ts_kmp"));
        var damaged = ShippedKernel.Link(Damage(ShippedKernel.Read(release), kernel.Image.Table.SourceIndexOf(row)), module);

        var report = ShippedKernel.Verify(damaged, Call).Report;
        var wrongFrom = report.Mismatches.Select(mismatch => damaged.Image.Symbols.NameOf(mismatch.Rip).Split('+')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "textsearch_find_continuous", "kmp_find" }, wrongFrom);
        Assert.All(report.WrongPlaces, place => Assert.StartsWith("textsearch_find_continuous+", damaged.Image.Symbols.NameOf(place), StringComparison.Ordinal));
    }

    /// <summary>Behind the one call in btrfs_open_devices that goes to list_sort.</summary>
    private static ulong ReturnAddressOfListSort(KernelImage kernel)
    {
        var (function, target) = (kernel.Find("btrfs_open_devices").Single(), kernel.Find("list_sort").Single(name => name.Module.Length == 0).Address);
        var code = kernel.Image.CodeAt(function.Address, function.Size).ToArray();
        const int CallSize = 5;
        for (var offset = 0; offset + CallSize <= code.Length; offset++)
        {
            var next = function.Address + (ulong)offset + CallSize;
            if (code[offset] == 0xe8 && unchecked(next + (ulong)BitConverter.ToInt32(code, offset + 1)) == target)
                return next;
        }

        throw new InvalidOperationException("no call");
    }

    /// <summary>The number of a row in the last module's own section: those of the files before come first.</summary>
    private static int RowInModule(KernelImage kernel, int row)
    {
        LoadedObject[] before = [.. kernel.Image.Objects.Take(kernel.Modules.Count)];
        return kernel.Image.Table.SourceIndexOf(row) - before.Sum(loaded => (int)(loaded.File.FindSection(RowSection)?.Size ?? 0) / RowSize);
    }

    private static ElfFile Damage(ElfFile file, int row)
    {
        var section = file.FindSection(RowSection)!;
        var rows = section.Contents.ToArray();
        rows[row * RowSize] += 8;
        var editor = new ElfEditor(file);
        editor.ReplaceContents(section, rows);
        return ElfFile.Read(editor.Build(), file.Name);
    }
}
