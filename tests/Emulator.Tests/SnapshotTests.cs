namespace Emulator.Tests;

public class SnapshotTests
{
    private const string Program = """
        start:  movl $1, %eax
        here:   addl $1, %eax
                movl $5, 0x600010
                hlt
        handler:
                movl $9, 0x600010
                movl $77, %eax
                xorl %ebx, %ebx
                nop
        deep:   nop
                iretq
        """;

    [Theory, EveryRegisterAccess]
    public void SnapshotBetweenRuns_BringsBackRegistersAndItsMemory(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        using var snapshot = guest.Machine.TakeSnapshot(new GuestRange(Guest.DataBase, 0x20));
        var registers = guest.Cpu.Registers;
        guest.Machine.Memory.TryWriteWord(Guest.DataBase + 0x20, 1);
        guest.RunToHlt();
        Assert.Equal(5ul, guest.Word(Guest.DataBase + 0x10));
        snapshot.Restore();
        Assert.True(registers == guest.Cpu.Registers);
        Assert.Equal(0ul, guest.Word(Guest.DataBase + 0x10));
        Assert.Equal(1ul, guest.Word(Guest.DataBase + 0x20)); // not declared, not touched
    }

    [Theory, EveryRegisterAccess]
    public void HandlerAbandonedInTheMiddle_LeavesNoTrace(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        using var snapshot = guest.Machine.TakeSnapshot(new GuestRange(Guest.DataBase, Guest.PageSize), new GuestRange(Guest.StackTop - 0x100, 0x100));
        var delivered = false;
        var announced = new List<ulong>();
        guest.RunToHlt(new Script((rip, _) =>
        {
            announced.Add(rip);
            if (rip == guest["here"] && !delivered)
            {
                snapshot.Take();
                delivered = guest.Machine.Deliver(0x20, rip).Succeeded;
            }
            else if (rip == guest["deep"])
            {
                Assert.Equal(77ul, guest.Cpu[Gpr.Rax]);
                snapshot.Restore();
                Assert.Equal(1ul, guest.Cpu[Gpr.Rax]);
                Assert.Equal(guest["here"], guest.Cpu.Rip);
            }
        }));
        Assert.Equal(2ul, guest.Cpu[Gpr.Rax]);
        Assert.Equal(2, announced.Count(rip => rip == guest["here"]));
        Assert.Equal(0ul, guest.Word(Guest.StackTop - 40)); // the frame
        Assert.Equal(Guest.StackTop, guest.Cpu.Rsp);
    }

    [Fact]
    public void SnapshotOfFlags_IsExactInTheMiddleOfABlock()
    {
        using var guest = new Guest("""
            start:  xorl %eax, %eax
            here:   jz zero
                    movl $1, %ebx
                    hlt
            zero:   movl $2, %ebx
                    hlt
            handler:
                    orl $1, %ecx
            deep:   nop
                    iretq
            """);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        using var snapshot = guest.Machine.TakeSnapshot();
        var delivered = false;
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (rip == guest["here"] && !delivered)
            {
                snapshot.Take();
                delivered = guest.Machine.Deliver(0x20, rip).Succeeded;
            }
            else if (rip == guest["deep"])
            {
                snapshot.Restore();
            }
        }));
        Assert.Equal(2ul, guest.Cpu[Gpr.Rbx]);
    }

    [Fact]
    public void SnapshotTakenAfterADeliveryInTheSameCall_GoesToTheHandler()
    {
        using var guest = new Guest(Program);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        using var snapshot = guest.Machine.TakeSnapshot();
        guest.Run((rip, _) =>
        {
            if (rip != guest["here"])
                return;
            guest.Machine.Deliver(0x20, rip);
            snapshot.Take();
            guest.Machine.Stop();
        });
        guest.Cpu.Rip = 0;
        snapshot.Restore();
        Assert.Equal(guest["handler"], guest.Cpu.Rip);
        Assert.Equal(Guest.StackTop - 40, guest.Cpu.Rsp);
    }

    [Fact]
    public void SnapshotOfText_BringsTheOldCodeBack()
    {
        using var guest = new Guest(Program);
        using var snapshot = guest.Machine.TakeSnapshot(guest.Text.Range);
        guest.Machine.Memory.Write(guest["start"] + 1, [40]);
        guest.RunToHlt();
        Assert.Equal(41ul, guest.Cpu[Gpr.Rax]);
        snapshot.Restore();
        guest.RunToHlt();
        Assert.Equal(2ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void NmiBlocking_IsPartOfASnapshot()
    {
        using var guest = new Guest(Program);
        guest.Machine.Gates[2] = new InterruptGate(guest["handler"]);
        using var snapshot = guest.Machine.TakeSnapshot();
        guest.Machine.Deliver(2, guest["start"]);
        Assert.True(guest.Machine.NmiBlocked);
        snapshot.Restore();
        Assert.False(guest.Machine.NmiBlocked);
    }

    [Fact]
    public void RangeThatIsNotMapped_IsRefused()
    {
        using var guest = new Guest(Program);
        Assert.Throws<ArgumentException>(() => guest.Machine.TakeSnapshot(new GuestRange(Guest.DataBase, 0x1001)));
    }
}
