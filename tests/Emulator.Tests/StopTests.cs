namespace Emulator.Tests;

public class StopTests
{
    private const string Program = """
        start:  movl $1, %eax
        second: addl $2, %eax
        third:  addl $4, %eax
                hlt
        other:  addl $64, %eax
                hlt
        """;

    [Theory, EveryRegisterAccess]
    public void Stop_LeavesTheAnnouncedInstructionForTheNextRun(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        var result = guest.Run((rip, _) =>
        {
            if (rip == guest["third"])
                guest.Machine.Stop();
        });
        Assert.Equal(new RunResult(RunStatus.Stopped, guest["third"], Steps: 3), result);
        Assert.Equal(guest["third"], guest.Cpu.Rip);
        Assert.Equal(3ul, guest.Cpu[Gpr.Rax]);

        var announced = new List<ulong>();
        guest.Machine.Run(new Script((rip, _) => announced.Add(rip)), result.Rip);
        Assert.Equal(guest["third"], announced[0]);
        Assert.Equal(7ul, guest.Cpu[Gpr.Rax]);
    }

    // Unicorn loses the stop when RIP is written in the same hook, whichever came first.
    [Theory]
    [InlineData(RegisterAccess.Automatic, true)]
    [InlineData(RegisterAccess.Automatic, false)]
    [InlineData(RegisterAccess.Library, true)]
    [InlineData(RegisterAccess.Library, false)]
    public void StopAndRipWriteInOneCall_BothHappen(RegisterAccess access, bool stopFirst)
    {
        using var guest = new Guest(Program, access);
        var result = guest.Run((rip, _) =>
        {
            if (rip != guest["second"])
                return;
            if (stopFirst)
                guest.Machine.Stop();
            guest.Cpu.Rip = guest["other"];
            if (!stopFirst)
                guest.Machine.Stop();
        });
        Assert.Equal(new RunResult(RunStatus.Stopped, guest["other"], Steps: 2), result);
        Assert.Equal(1ul, guest.Cpu[Gpr.Rax]);
        guest.Machine.Run(Script.Nothing, result.Rip);
        Assert.Equal(65ul, guest.Cpu[Gpr.Rax]);
    }

    [Theory, EveryRegisterAccess]
    public void StopAndFlagsWriteInOneCall_BothHappen(RegisterAccess access)
    {
        using var guest = new Guest("""
            start:  xorl %eax, %eax
            after:  jz zero
                    movl $1, %ebx
            zero:   hlt
            """, access);
        var result = guest.Run((rip, _) =>
        {
            if (rip != guest["after"])
                return;
            guest.Cpu.Rflags &= ~Rflags.Zf;
            guest.Machine.Stop();
        });
        Assert.Equal(RunStatus.Stopped, result.Status);
        Assert.False(guest.Cpu.Rflags.HasFlag(Rflags.Zf));
        guest.Machine.Run(Script.Nothing, result.Rip);
        Assert.Equal(1ul, guest.Cpu[Gpr.Rbx]);
    }

    [Theory, EveryRegisterAccess]
    public void StopAndDeliveryInOneCall_StopAtTheHandler(RegisterAccess access)
    {
        using var guest = new Guest(Program + "\nhandler: iretq", access);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        var result = guest.Run((rip, _) =>
        {
            if (rip != guest["third"])
                return;
            guest.Machine.Stop();
            guest.Machine.Deliver(0x20, rip);
        });
        Assert.Equal(new RunResult(RunStatus.Stopped, guest["handler"], Steps: 3), result);
        Assert.Equal(RunStatus.Halted, guest.Machine.Run(Script.Nothing, result.Rip).Status);
        Assert.Equal(7ul, guest.Cpu[Gpr.Rax]);
    }

    [Theory]
    [InlineData("int3")]
    [InlineData("xorl %ecx, %ecx; divl %ecx")]
    [InlineData("ud2")]
    [InlineData("movq %rax, 0x1234")]
    public void StopWhileAnExceptionIsReported_EndsTheRun(string instructions)
    {
        using var guest = new Guest($"start: {instructions}\n hlt\nother: hlt");
        var result = guest.Run(exception =>
        {
            guest.Cpu.Rip = guest["other"];
            guest.Machine.Stop();
            return true;
        });
        Assert.Equal(RunStatus.Stopped, result.Status);
        Assert.Equal(guest["other"], result.Rip);
    }
}
