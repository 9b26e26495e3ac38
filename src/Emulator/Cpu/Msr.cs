namespace Emulator;

/// <summary>Numbers of model specific registers for <see cref="CpuState.ReadMsr"/> (SDM vol. 4, table 2-2).</summary>
public static class Msr
{
    /// <summary>IA32_EFER.</summary>
    public const uint Efer = 0xc000_0080;

    /// <summary>IA32_STAR: selectors of syscall in bits 47..32, of sysret in bits 63..48.</summary>
    public const uint Star = 0xc000_0081;

    /// <summary>IA32_LSTAR: where syscall goes in 64-bit mode.</summary>
    public const uint LStar = 0xc000_0082;

    /// <summary>IA32_FMASK: the RFLAGS bits that syscall clears.</summary>
    public const uint FMask = 0xc000_0084;

    /// <summary>IA32_FS_BASE.</summary>
    public const uint FsBase = 0xc000_0100;

    /// <summary>IA32_GS_BASE.</summary>
    public const uint GsBase = 0xc000_0101;

    /// <summary>IA32_KERNEL_GS_BASE: what swapgs swaps with.</summary>
    public const uint KernelGsBase = 0xc000_0102;
}
