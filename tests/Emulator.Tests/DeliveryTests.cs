namespace Emulator.Tests;

public class DeliveryTests
{
    private const Rflags Flags = Rflags.Fixed | Rflags.If | Rflags.Nt | Rflags.Cf;
    private const ulong IstTop = Guest.DataBase + Guest.PageSize;

    private const string Program = """
        start:  nop
        here:   nop
                hlt
        handler:
                nop
                iretq
        coded:  addq $8, %rsp
                iretq
        """;

    [Theory, EveryRegisterAccess]
    public void FrameOnTheCurrentStack_IsAlignedDownAndInHardwareOrder(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        guest.Cpu.Rsp = Guest.StackTop - 13;
        var delivery = DeliverAtHere(guest, 0x20, null);
        var frame = (Guest.StackTop - 13) / 16 * 16 - 40;

        Assert.Equal(new Delivery(DeliveryStatus.Delivered, 0x20, frame, new HardwareFrame(guest["here"], Selector.KernelCode, Flags, Guest.StackTop - 13, Selector.KernelData), false), delivery);
        Assert.Equal(frame, delivery.HandlerRsp);
        Assert.Equal(guest["here"], guest.Word(frame));
        Assert.Equal((ulong)Selector.KernelCode, guest.Word(frame + 8));
        Assert.Equal((ulong)Flags, guest.Word(frame + 16));
        Assert.Equal(Guest.StackTop - 13, guest.Word(frame + 24));
        Assert.Equal((ulong)Selector.KernelData, guest.Word(frame + 32));
        Assert.False(delivery.Frame.IsFromUser);
    }

    [Theory, EveryRegisterAccess]
    public void ErrorCode_LiesBelowTheFrame(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[13] = new InterruptGate(guest["coded"]);
        var delivery = DeliverAtHere(guest, 13, 0x1234);
        Assert.True(delivery.HasErrorCode);
        Assert.Equal(delivery.FrameAddress - 8, delivery.HandlerRsp);
        Assert.Equal(0x1234ul, guest.Word(delivery.FrameAddress - 8));
        Assert.Equal(guest["here"], guest.Word(delivery.FrameAddress));
        Assert.Equal(Guest.StackTop - 40, delivery.FrameAddress);
    }

    [Theory, EveryRegisterAccess]
    public void InterruptStack_IsUsedFromEveryPrivilegeAndAligned(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[2] = new InterruptGate(guest["handler"], ist: 3);
        guest.Machine.TaskState[3] = IstTop - 3;
        guest.Machine.TaskState.Rsp0 = 0xbad0;
        var delivery = DeliverAtHere(guest, 2, null);
        Assert.Equal(IstTop - 16 - 40, delivery.FrameAddress);
        Assert.Equal((ulong)Selector.KernelData, delivery.Frame.Ss);
    }

    [Theory]
    [InlineData(GateKind.Interrupt, Rflags.Fixed | Rflags.Cf)]
    [InlineData(GateKind.Trap, Rflags.Fixed | Rflags.Cf | Rflags.If)]
    public void FlagsInTheHandler_DependOnTheGate(GateKind kind, Rflags expected)
    {
        using var guest = new Guest(Program);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"], kind: kind);
        var inHandler = Rflags.None;
        guest.Cpu.Rflags = Flags;
        var delivered = false;
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (rip == guest["handler"])
                inHandler = guest.Cpu.Rflags;
            if (rip == guest["here"] && !delivered)
                delivered = guest.Machine.Deliver(0x20, rip).Succeeded;
        }));
        Assert.Equal(expected, inHandler);
        // NT makes the handler's iretq a #GP on a CPU; it was cleared, and iretq brought the old flags back
        Assert.Equal(Flags, guest.Cpu.Rflags);
    }

    [Fact]
    public void TrapFlag_IsOffInTheHandler()
    {
        using var guest = new Guest(Program);
        guest.Machine.Gates[1] = new InterruptGate(guest["handler"]);
        guest.Cpu.Rflags = Rflags.Fixed | Rflags.Tf;
        var traps = new List<ulong>();
        var steps = new List<ulong>();
        guest.RunToHlt(new Script((rip, _) => steps.Add(rip), exception =>
        {
            traps.Add(exception.Rip);
            return guest.Machine.Deliver(exception).Succeeded;
        }));
        Assert.Equal([guest["here"], guest["here"] + 1], traps);
        Assert.Equal(2, steps.Count(rip => rip == guest["handler"]));
    }

    [Theory, EveryRegisterAccess]
    public void InterruptedInstruction_RunsAfterTheHandlerAsIfNothingWas(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        var order = new List<ulong>();
        var delivered = false;
        guest.RunToHlt(new Script((rip, _) =>
        {
            order.Add(rip);
            if (rip == guest["here"] && !delivered)
                delivered = guest.Machine.Deliver(0x20, rip).Succeeded;
        }));
        Assert.Equal([guest["start"], guest["here"], guest["handler"], guest["handler"] + 1, guest["here"], guest["here"] + 1], order);
        Assert.Equal(Guest.StackTop, guest.Cpu.Rsp);
    }

    [Theory, EveryRegisterAccess]
    public void InterruptShadow_EndsWithADelivery(RegisterAccess access)
    {
        using var guest = new Guest("start: cli\n sti\nhere: nop\n hlt\nhandler: iretq", access);
        guest.Machine.Gates[2] = new InterruptGate(guest["handler"]);
        var shadows = new List<(ulong, bool)>();
        var delivered = false;
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (rip == guest["here"] || rip == guest["handler"])
                shadows.Add((rip, guest.Cpu.InInterruptShadow));
            if (rip == guest["here"] && !delivered)
                delivered = guest.Machine.Deliver(Vector.Nmi, rip).Succeeded;
        }));
        Assert.Equal([(guest["here"], true), (guest["handler"], false), (guest["here"], false)], shadows);
    }

    [Theory, EveryRegisterAccess]
    public void DeliveryBetweenRuns_GoesToTheHandlerFirst(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        var delivery = guest.Machine.Deliver(0x20, guest["here"]);
        Assert.Equal(guest["handler"], guest.Cpu.Rip);
        Assert.Equal(delivery.HandlerRsp, guest.Cpu.Rsp);
        Assert.Equal(RunStatus.Halted, guest.Machine.Run(Script.Nothing, guest.Cpu.Rip).Status);
        Assert.Equal(guest["here"] + 2, guest.Cpu.Rip);
        Assert.Equal(Guest.StackTop, guest.Cpu.Rsp);
    }

    [Theory]
    [InlineData(0x1_0000ul)]                        // nothing there
    [InlineData(0xffff_c902_0000_1000 + 40)]        // the frame would touch a guard page by its error code alone
    [InlineData(Guest.TextBase + Guest.PageSize)]   // read-only
    [InlineData(0ul)]                               // wraps
    public void FrameThatCannotBeWritten_IsReportedAndNothingChanges(ulong top)
    {
        using var guest = new Guest(Program);
        guest.Machine.Memory.Map("stacks", 0xffff_c902_0000_0000, 3 * Guest.PageSize, GuestProtection.ReadWrite, new GuestRange(0xffff_c902_0000_0000, Guest.PageSize));
        guest.Machine.Gates[14] = new InterruptGate(guest["coded"], ist: 1);
        guest.Machine.TaskState[1] = top;
        guest.Cpu.Rflags = Flags;
        var before = guest.Cpu.Registers;
        guest.Run((rip, _) =>
        {
            if (rip != guest["here"])
                return;
            var delivery = guest.Machine.Deliver(14, rip, 0);
            Assert.Equal(DeliveryStatus.StackUnwritable, delivery.Status);
            Assert.False(delivery.Succeeded);
            Assert.Equal(unchecked(top / 16 * 16 - 40), delivery.FrameAddress);
            Assert.Equal(rip, guest.Cpu.Rip);
            Assert.True(before == guest.Cpu.Registers);
            Assert.Equal(Flags, guest.Cpu.Rflags);
        });
    }

    [Fact]
    public void VectorWithoutAGate_IsReportedAndNothingChanges()
    {
        using var guest = new Guest(Program);
        var delivery = guest.Machine.Deliver(0x21, guest["here"]);
        Assert.Equal(DeliveryStatus.NoGate, delivery.Status);
        Assert.Equal(Guest.StackTop, guest.Cpu.Rsp);
    }

    [Fact]
    public void SecondNmi_IsBlockedUntilIret()
    {
        using var guest = new Guest(Program);
        guest.Machine.Gates[Vector.Nmi] = new InterruptGate(guest["handler"], ist: 1);
        guest.Machine.TaskState[1] = IstTop;
        var statuses = new List<DeliveryStatus>();
        var tries = 0;
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (rip == guest["handler"] + 1)
                guest.Machine.NoteIret();
            if (tries == 2 || rip != guest["here"] && rip != guest["handler"])
                return;
            tries++;
            statuses.Add(guest.Machine.Deliver(Vector.Nmi, rip).Status);
            Assert.True(guest.Machine.NmiBlocked);
        }));
        Assert.Equal([DeliveryStatus.Delivered, DeliveryStatus.NmiBlocked], statuses);
        Assert.False(guest.Machine.NmiBlocked);
    }

    [Fact]
    public void FaultPushesTheResumeFlag_AndAnInterruptDoesNot()
    {
        using var guest = new Guest("start: ud2\nhere: hlt\nhandler: addq $2, (%rsp)\n iretq");
        guest.Machine.Gates[6] = new InterruptGate(guest["handler"]);
        guest.Machine.Gates[3] = new InterruptGate(guest["handler"]);
        Delivery fault = default;
        guest.Run(exception => (fault = guest.Machine.Deliver(exception)).Succeeded);
        Assert.True(fault.Frame.Rflags.HasFlag(Rflags.Rf));
        Assert.Equal((ulong)fault.Frame.Rflags, guest.Word(fault.FrameAddress + 16));
        Assert.False(guest.Machine.Deliver(3, guest["here"]).Frame.Rflags.HasFlag(Rflags.Rf));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(8, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 4)]
    public void GateThatCannotBe_IsRefused(int ist, int dpl) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterruptGate(0, ist, dpl: dpl));

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void InterruptStackThatCannotBe_IsRefused(int ist) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskState()[ist] = 1);

    [Theory]
    [InlineData(Vector.DivideError, false, true)]
    [InlineData(Vector.Debug, false, false)]
    [InlineData(Vector.Nmi, false, false)]
    [InlineData(Vector.Breakpoint, false, false)]
    [InlineData((byte)4, false, false)]
    [InlineData(Vector.InvalidOpcode, false, true)]
    [InlineData(Vector.DoubleFault, true, false)]
    [InlineData((byte)9, false, false)]
    [InlineData(Vector.InvalidTss, true, true)]
    [InlineData(Vector.PageFault, true, true)]
    [InlineData((byte)15, false, false)]
    [InlineData((byte)16, false, true)]
    [InlineData(Vector.AlignmentCheck, true, true)]
    [InlineData((byte)18, false, false)]
    [InlineData((byte)19, false, true)]
    [InlineData((byte)21, true, true)]
    [InlineData((byte)22, false, false)]
    [InlineData((byte)32, false, false)]
    [InlineData((byte)(32 + 14), false, false)]
    public void ClassOfVector(byte vector, bool hasErrorCode, bool isFault)
    {
        Assert.Equal(hasErrorCode, Vector.HasErrorCode(vector));
        Assert.Equal(isFault, Vector.IsFault(vector));
    }

    // Delivers at the second instruction and looks no further.
    private static Delivery DeliverAtHere(Guest guest, byte vector, uint? errorCode)
    {
        guest.Cpu.Rflags = Flags;
        Delivery delivery = default;
        guest.Run((rip, _) =>
        {
            if (rip != guest["here"])
                return;
            delivery = guest.Machine.Deliver(vector, rip, errorCode);
            guest.Machine.Stop();
        });
        Assert.Equal(guest.Machine.Gates[vector]!.Value.Entry, guest.Cpu.Rip);
        Assert.Equal(delivery.HandlerRsp, guest.Cpu.Rsp);
        return delivery;
    }
}
