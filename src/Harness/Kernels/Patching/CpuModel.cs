namespace Harness.Kernels.Patching;

/// <summary>
/// A processor that a kernel patches its code for. Numbers are those of arch/x86/include/asm/cpufeatures.h: 32 for each word, the
/// same from 6.1 to 6.12. None has mitigations, so that retpolines and return thunks go; none has AVX, which the emulator gets
/// wrong.
/// </summary>
/// <param name="Name">As the command line says it.</param>
/// <param name="Features">What it has.</param>
internal sealed record CpuModel(string Name, IReadOnlySet<int> Features)
{
    private const int Always = (3 * 32) + 21;

    /// <summary>CPUID 1 edx: fpu tsc msr pae cx8 apic sep pge cmov pat clflush mmx fxsr sse sse2; 80000001 edx: syscall nx lm; rep_good, nopl.</summary>
    private static readonly int[] _baseline =
        [Always, 0, 4, 5, 6, 8, 9, 11, 13, 15, 16, 19, 23, 24, 25, 26, 32 + 11, 32 + 20, 32 + 29, (3 * 32) + 16, (3 * 32) + 20];

    /// <summary>CPUID 1 ecx: sse3 ssse3 cx16 sse4.1 sse4.2 popcnt; 80000001 ecx: lahf_lm.</summary>
    private static readonly int[] _second = [.. _baseline, 128, 128 + 9, 128 + 13, 128 + 19, 128 + 20, 128 + 23, 6 * 32];

    /// <summary>lfence_rdtsc; movbe aes; CPUID 7 ebx: smep erms smap clflushopt clwb; 7 edx: fsrm.</summary>
    private static readonly int[] _server =
        [.. _second, (3 * 32) + 18, 128 + 22, 128 + 25, (9 * 32) + 7, (9 * 32) + 9, (9 * 32) + 20, (9 * 32) + 23, (9 * 32) + 24, (18 * 32) + 4];

    /// <summary>The models.</summary>
    public static IReadOnlyList<CpuModel> All { get; } =
    [
        new("none", new HashSet<int> { Always }),
        new("x86-64", _baseline.ToHashSet()),
        new("x86-64-v2", _second.ToHashSet()),
        new("server", _server.ToHashSet()),
    ];

    /// <summary>The word for a kernel that is left as it was built.</summary>
    public const string Unpatched = "unpatched";

    /// <summary>The model of a word of the command line; null when there is none.</summary>
    public static CpuModel? Parse(string name) => All.FirstOrDefault(model => model.Name == name);
}
