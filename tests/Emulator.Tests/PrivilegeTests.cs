namespace Emulator.Tests;

public class PrivilegeTests
{
    private const ulong UserStackTop = Guest.DataBase + Guest.PageSize;

    private const string Program = """
                .macro touser
                pushq $0x2b
                movl $0x601000, %eax
                pushq %rax
                pushq $0x202
                pushq $0x33
                leaq user(%rip), %rax
                pushq %rax
                iretq
                .endm
        start:  touser
        user:   nop
        here:   nop
                int $0x80
                nop
        handler:
                hlt
        back:   iretq
        """;

    [Theory, EveryRegisterAccess]
    public void IretqAndSoftwareInterrupt_GoToPrivilege3AndBack(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[0x80] = new InterruptGate(guest["handler"], dpl: 3);
        guest.Machine.TaskState.Rsp0 = Guest.StackTop - 0x1000;
        var seen = new Dictionary<ulong, (int, ushort, ushort, ulong)>();
        guest.RunToHlt(new Script(
            (rip, _) => seen[rip] = (guest.Cpu.Cpl, guest.Cpu.Cs, guest.Cpu.Ss, guest.Cpu.Rsp),
            exception => guest.Machine.Deliver(exception).Succeeded));
        Assert.Equal((0, Selector.KernelCode, Selector.KernelData, Guest.StackTop), seen[guest["start"]]);
        Assert.Equal((3, Selector.UserCode, Selector.UserData, UserStackTop), seen[guest["user"]]);
        Assert.Equal((0, Selector.KernelCode, (ushort)0, Guest.StackTop - 0x1000 - 40), seen[guest["handler"]]);
        Assert.Equal((ulong)Selector.UserData, guest.Word(Guest.StackTop - 0x1000 - 8));
        Assert.Equal(UserStackTop, guest.Word(Guest.StackTop - 0x1000 - 16));
    }

    [Theory, EveryRegisterAccess]
    public void InterruptFromUserThenNmiInItsHandler_BothReturn(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["back"]);
        guest.Machine.Gates[2] = new InterruptGate(guest["back"], ist: 1);
        guest.Machine.Gates[0x80] = new InterruptGate(guest["handler"], dpl: 3);
        guest.Machine.TaskState.Rsp0 = Guest.StackTop;
        guest.Machine.TaskState[1] = Guest.StackTop - 0x2000;
        Delivery irq = default, nmi = default;
        var cplsHere = new List<int>();
        guest.RunToHlt(new Script(
            (rip, _) =>
            {
                if (rip == guest["here"])
                    cplsHere.Add(guest.Cpu.Cpl);
                if (rip == guest["here"] && !irq.Succeeded)
                    irq = guest.Machine.Deliver(0x20, rip);
                else if (rip == guest["back"] && !nmi.Succeeded)
                    nmi = guest.Machine.Deliver(2, rip);
            },
            exception => guest.Machine.Deliver(exception).Succeeded));
        Assert.True(irq.Frame.IsFromUser);
        Assert.Equal(Guest.StackTop - 40, irq.FrameAddress);
        Assert.False(nmi.Frame.IsFromUser);
        Assert.Equal(0ul, nmi.Frame.Ss); // the null selector, which iretq at CPL 0 takes
        Assert.Equal(Guest.StackTop - 0x2000 - 40, nmi.FrameAddress);
        Assert.Equal([3, 3], cplsHere);
    }

    [Theory]
    [InlineData("hlt")]
    [InlineData("cli")]
    [InlineData("swapgs")]
    [InlineData("wrmsr")]
    [InlineData("movq %rax, %cr3")]
    [InlineData("lgdt (%rsp)")]
    public void PrivilegedInstructionInUserMode_IsAGeneralProtectionFault(string instruction)
    {
        using var guest = new Guest(Program.Replace("int $0x80", $"bad: {instruction}", StringComparison.Ordinal));
        Assert.Equal(new ExceptionInfo(Vector.GeneralProtection, 0, guest["bad"], guest["bad"]), guest.Run().Exception);
        Assert.Equal(3, guest.Cpu.Cpl);
    }

    [Fact]
    public void SoftwareInterruptThroughAKernelOnlyGate_IsAGeneralProtectionFaultAtIt()
    {
        using var guest = new Guest(Program.Replace("int $0x80", "bad: int $0x80", StringComparison.Ordinal));
        guest.Machine.Gates[0x80] = new InterruptGate(guest["handler"]);
        var result = guest.Run();
        Assert.Equal(new ExceptionInfo(Vector.GeneralProtection, 0x80 * 8 + 2, guest["bad"], guest["bad"]), result.Exception);
        Assert.Equal(guest["bad"], guest.Cpu.Rip);
    }

    [Fact]
    public void PageFaultInUserMode_SaysSoInItsErrorCode()
    {
        using var guest = new Guest(Program.Replace("int $0x80", "bad: movq %rax, 0x1000", StringComparison.Ordinal));
        var exception = guest.Run().Exception!.Value;
        Assert.Equal(6u, exception.ErrorCode);
        Assert.Equal(0x1000ul, exception.Address);
    }

    [Theory, EveryRegisterAccess]
    public void Swapgs_ExchangesTheBases(RegisterAccess access)
    {
        using var guest = new Guest("start: swapgs\n swapgs\n swapgs\n hlt", access);
        guest.Cpu.GsBase = 1;
        guest.Cpu.KernelGsBase = 2;
        var bases = new List<ulong>();
        guest.RunToHlt(new Script((_, _) => bases.Add(guest.Cpu.GsBase)));
        Assert.Equal([1, 2, 1, 2], bases);
    }
}
