using System.Runtime.CompilerServices;
using Elf;
using Harness.Fixtures;
using Harness.Kernels.Calls;
using Harness.Kernels.Files;
using Harness.Kernels.Loading;
using Harness.Kernels.Patching;
using Harness.Kernels.Symbols;
using Harness.Kernels.Verification;
using Harness.Tests.Kit;
using Harness.Verification;
using TestKit;

namespace Harness.Tests.Kernels;

/// <summary>A kernel that Debian ships, as scripts/fetch-kernel.sh leaves it. A test is skipped by its name without it.</summary>
internal static class ShippedKernel
{
    private static readonly Dictionary<string, ElfFile> _recovered = [];
    // A linked kernel and its machines take some hundred megabytes: those that no test uses at the moment may go.
    private static readonly Dictionary<string, WeakReference<KernelImage>> _images = [];
    private static readonly ConditionalWeakTable<KernelImage, Lazy<(CallVerifier Verifier, KernelMachine Machine)>[]> _machines = [];
    private static readonly Lock _lock = new();

    /// <summary>The releases that tests are about: rows of 4.18 to 6.2, and of 6.4 and later.</summary>
    public static TheoryData<string> Releases => ["6.1", "6.12"];

    /// <summary>Without interrupts, and with one at each instruction.</summary>
    private static Lazy<(CallVerifier Verifier, KernelMachine Machine)>[] Prepare(KernelImage kernel) =>
        [.. new[] { InterruptMode.None, InterruptMode.Each }.Select(mode => new Lazy<(CallVerifier, KernelMachine)>(() =>
        {
            var verifier = new CallVerifier(kernel, new VerificationOptions { Interrupts = mode, MaximumInstructions = 50_000_000 }, []);
            return (verifier, verifier.CreateMachine());
        }))];

    /// <summary>The path of its vmlinuz.</summary>
    public static string Require(string release)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "kernels", release, "boot");
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder, "vmlinuz-*").FirstOrDefault() : null;
        Assert.SkipWhen(found is null, $"Linux {release} is not in artifacts/kernels; scripts/fetch-kernel.sh {release} gets it");
        return found!;
    }

    /// <summary>The path of one of its modules.</summary>
    public static string RequireModule(string release, string name)
    {
        Require(release);
        var folder = Path.Combine(Repository.Root, "artifacts", "kernels", release, "lib", "modules");
        var found = Directory.EnumerateFiles(folder, $"{name}.ko*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();
        Assert.SkipWhen(found is null, $"Linux {release} has no module {name}");
        return found!;
    }

    /// <summary>The kernel with its symbol table, read once.</summary>
    public static ElfFile Read(string release)
    {
        var path = Require(release);
        lock (_lock)
        {
            if (!_recovered.TryGetValue(release, out var kernel))
                _recovered.Add(release, kernel = SymbolTableRecovery.Recover(KernelFile.ReadKernel(path)));
            return kernel;
        }
    }

    /// <summary>The kernel with modules, linked once for each set of them.</summary>
    public static KernelImage Load(string release, params string[] modules)
    {
        var kernel = Read(release);
        string[] paths = [.. modules.Select(module => RequireModule(release, module))];
        lock (_lock)
        {
            var key = string.Join(' ', modules.Prepend(release));
            if (_images.GetValueOrDefault(key)?.TryGetTarget(out var known) == true)
                return known;
            var image = Link(kernel, [.. paths.Select(KernelFile.ReadModule)]);
            _images[key] = new WeakReference<KernelImage>(image);
            return image;
        }
    }

    /// <summary>A kernel file that a test has made something else of.</summary>
    public static KernelImage Link(ElfFile kernel, params IReadOnlyList<ElfFile> modules) => Link(kernel, null, modules);

    /// <summary>The same patched for a processor.</summary>
    public static KernelImage Link(ElfFile kernel, CpuModel? cpu, params IReadOnlyList<ElfFile> modules) =>
        KernelImageBuilder.Build(kernel, modules, KernelRuntime.Of(Verifying.Preparer, hasHeap: false).Select(support => support.File), cpu);

    /// <summary>The kernel with the harness's allocator in place of its own.</summary>
    public static KernelImage LinkWithHeap(ElfFile kernel) =>
        KernelImageBuilder.Build(kernel, [], KernelRuntime.Of(Verifying.Preparer, hasHeap: true).Select(support => support.File), hasHeap: true);

    /// <summary>Verifies one line of a list of calls.</summary>
    public static CallReport Verify(KernelImage kernel, string call, InterruptMode interrupts = InterruptMode.None) => Verify(kernel, [call], interrupts)[0];

    /// <summary>Verifies lines, one after the other on the same machine.</summary>
    public static CallReport[] Verify(KernelImage kernel, IReadOnlyList<string> calls, InterruptMode interrupts = InterruptMode.None)
    {
        var (verifier, machine) = _machines.GetValue(kernel, Prepare)[interrupts == InterruptMode.None ? 0 : 1].Value;
        lock (machine)
            return [.. calls.Select(call => verifier.Verify(new CallParser(Repository.Root).Parse(call, "test"), "test", machine))];
    }
}
