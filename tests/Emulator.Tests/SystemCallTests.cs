namespace Emulator.Tests;

public class SystemCallTests
{
    private const ulong FMask = 0x47700;

    private const string Program = """
        start:  pushq $0x2b
                movl $0x601000, %eax
                pushq %rax
                pushq $0x203
                pushq $0x33
                leaq user(%rip), %rax
                pushq %rax
                iretq
        user:   movl $39, %eax
        call:   syscall
        after:  adcq $0, %rbx
                hlt
        entry:  movq %rcx, %r8
                movq %r11, %r9
        leave:  sysretq
        """;

    [Theory, EveryRegisterAccess]
    public void SyscallAndSysretq_GoToTheKernelAndBack(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Cpu.WriteMsr(Msr.LStar, guest["entry"]);
        guest.Cpu.WriteMsr(Msr.FMask, FMask);
        (int, ushort, ushort, ulong, Rflags) inKernel = default, inUser = default;
        var result = guest.Run((rip, length) =>
        {
            var cpu = guest.Cpu;
            if (rip == guest["call"])
                guest.Machine.EmulateSyscall(rip, length);
            else if (rip == guest["entry"])
                inKernel = (cpu.Cpl, cpu.Cs, cpu.Ss, cpu.Rsp, cpu.Rflags);
            else if (rip == guest["leave"])
                Assert.True(guest.Machine.TryEmulateSysret());
            else if (rip == guest["after"])
                inUser = (cpu.Cpl, cpu.Cs, cpu.Ss, cpu.Rsp, cpu.Rflags);
        });
        const ulong UserStack = Guest.DataBase + Guest.PageSize;
        Assert.Equal((0, Selector.KernelCode, Selector.KernelData, UserStack, Rflags.Fixed | Rflags.Cf), inKernel);
        Assert.Equal((3, Selector.UserCode, Selector.UserData, UserStack, Rflags.Fixed | Rflags.Cf | Rflags.If), inUser);
        Assert.Equal(guest["after"], guest.Cpu[Gpr.R8]);
        Assert.Equal(0x203ul, guest.Cpu[Gpr.R9]);
        Assert.Equal(1ul, guest.Cpu[Gpr.Rbx]); // the carry came back
        Assert.Equal(Vector.GeneralProtection, result.Exception!.Value.Vector); // hlt at CPL 3
    }

    [Fact]
    public void SyscallLeftAlone_IsANopToUnicorn()
    {
        using var guest = new Guest("start: syscall\n hlt");
        guest.Cpu.WriteMsr(Msr.LStar, 0xbad);
        guest.RunToHlt();
    }

    [Fact]
    public void SysretThatTheCpuWouldRefuse_ChangesNothing()
    {
        using var guest = new Guest("start: sysretq\n hlt");
        guest.Cpu[Gpr.Rcx] = 0x8000_0000_0000;
        Assert.False(guest.Machine.TryEmulateSysret());
        Assert.Equal(0, guest.Cpu.Cpl);

        guest.Cpu[Gpr.Rcx] = 0x7fff_ffff_f000;
        Assert.True(guest.Machine.TryEmulateSysret());
        Assert.Equal(3, guest.Cpu.Cpl);
        Assert.Equal(0x7fff_ffff_f000ul, guest.Cpu.Rip);
        Assert.False(guest.Machine.TryEmulateSysret()); // no longer at CPL 0
    }
}
