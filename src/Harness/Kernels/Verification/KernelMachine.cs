using Emulator;
using Harness.Execution;
using Harness.Fixtures;
using Harness.Kernels.Loading;
using Harness.Loading;

namespace Harness.Kernels.Verification;

/// <summary>A machine with a kernel in it, and what runs on it share. Each call finds it as if it were the first.</summary>
internal sealed class KernelMachine : IDisposable
{
    private readonly MachineSnapshot _fresh;
    private readonly GuestRegion[] _regions;

    /// <param name="kernel">The kernel.</param>
    /// <param name="header">What its calls allow.</param>
    public KernelMachine(KernelImage kernel, FixtureHeader header)
    {
        Context = new GuestContext(kernel.Image, header);
        Tables = new RunTables(kernel.Image);
        PerCpuData.SetUp(kernel, Context.Machine.Memory);
        _regions = [.. Context.Machine.Memory.Regions];
        _fresh = Context.Machine.TakeSnapshot([.. _regions.Where(region => (region.Protection & GuestProtection.Write) != 0).SelectMany(region => region.MappedPieces)]);
    }

    /// <summary>The machine.</summary>
    public GuestContext Context { get; }

    /// <summary>What is kept for every byte of code.</summary>
    public RunTables Tables { get; }

    /// <summary>Puts back all that a call has changed: memory that can be written, registers, buffers.</summary>
    public void Restore()
    {
        foreach (var buffer in Context.Machine.Memory.Regions.Except(_regions).ToArray())
            Context.Machine.Memory.Unmap(buffer);
        _fresh.Restore();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fresh.Dispose();
        Context.Dispose();
    }
}
