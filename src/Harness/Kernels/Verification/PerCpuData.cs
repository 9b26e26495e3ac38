using Emulator;
using Harness.Kernels.Loading;
using Harness.Loading;

namespace Harness.Kernels.Verification;

/// <summary>Does to the per-CPU data of CPU 0 what setup_per_cpu_areas does: says where they lie.</summary>
internal static class PerCpuData
{
    /// <summary>What code adds to the offset of a variable of its own CPU, and of CPU 0.</summary>
    public static void SetUp(KernelImage kernel, GuestMemory memory)
    {
        if (kernel.Image.PerCpuBase is not { } begin)
            return;
        foreach (var own in kernel.Find("this_cpu_off"))
            memory.TryWriteWord(begin + own.Address, begin);
        foreach (var all in kernel.Find("__per_cpu_offset"))
            memory.TryWriteWord(all.Address, begin);
    }
}
