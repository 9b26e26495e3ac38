namespace Emulator;

/// <summary>syscall and sysretq in 64-bit mode (SDM vol. 2, their entries), as Unicorn executes the former as a nop.</summary>
internal static class SystemCalls
{
    // The bits of R11 that sysret takes; RF and VM are not among them.
    private const ulong SysretFlags = 0x3c7fd7;

    public static void Enter(CpuState cpu, ulong returnAddress)
    {
        var flags = cpu.Rflags;
        cpu[Gpr.Rcx] = returnAddress;
        cpu[Gpr.R11] = (ulong)flags;
        var code = (ushort)(cpu.ReadMsr(Msr.Star) >> 32 & 0xfffc);
        cpu.LoadSegments(code, unchecked((ushort)(code + 8)), privilege: 0);
        cpu.Rflags = flags & ~(Rflags)cpu.ReadMsr(Msr.FMask);
        cpu.Rip = cpu.ReadMsr(Msr.LStar);
    }

    public static bool TryLeave(CpuState cpu)
    {
        var target = cpu[Gpr.Rcx];
        if (cpu.Cpl != 0 || !CanonicalAddress.Is(target))
            return false;
        var selectors = (ushort)(cpu.ReadMsr(Msr.Star) >> 48);
        cpu.LoadSegments(unchecked((ushort)(selectors + 16)), unchecked((ushort)(selectors + 8)), privilege: 3);
        cpu.Rflags = (Rflags)(cpu[Gpr.R11] & SysretFlags) | Rflags.Fixed;
        cpu.Rip = target;
        return true;
    }
}
