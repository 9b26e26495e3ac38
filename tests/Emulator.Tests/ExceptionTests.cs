namespace Emulator.Tests;

public class ExceptionTests
{
    private const ulong Nowhere = 0x1234_5678_9000;

    [Theory]
    [InlineData(RegisterAccess.Automatic, "xorl %ecx, %ecx\nbad: divl %ecx", Vector.DivideError, null)]
    [InlineData(RegisterAccess.Automatic, "bad: ud2", Vector.InvalidOpcode, null)]
    [InlineData(RegisterAccess.Automatic, "movl $0x98, %ecx\nbad: movl %ecx, %es", Vector.GeneralProtection, 0x98u)]
    [InlineData(RegisterAccess.Automatic, "movl $0xa0, %ecx\nbad: ltr %cx", Vector.GeneralProtection, 0xa0u)]
    [InlineData(RegisterAccess.Library, "xorl %ecx, %ecx\nbad: divl %ecx", Vector.DivideError, null)]
    [InlineData(RegisterAccess.Library, "bad: ud2", Vector.InvalidOpcode, null)]
    [InlineData(RegisterAccess.Library, "movl $0x98, %ecx\nbad: movl %ecx, %es", Vector.GeneralProtection, 0x98u)]
    public void Fault_IsReportedAtItsInstruction(RegisterAccess access, string code, byte vector, uint? errorCode)
    {
        using var guest = new Guest($"start: {code}\n hlt", access);
        var result = guest.Run();
        Assert.Equal(RunStatus.UnhandledException, result.Status);
        Assert.Equal(new ExceptionInfo(vector, errorCode, guest["bad"], guest["bad"]), result.Exception);
        Assert.True(result.Exception!.Value.IsFault);
        Assert.Equal(guest["bad"], result.Rip);
        Assert.Equal(guest["bad"], guest.Cpu.Rip);
    }

    [Theory]
    [InlineData(RegisterAccess.Automatic, "int3", 3)]
    [InlineData(RegisterAccess.Automatic, "int $3", 3)]
    [InlineData(RegisterAccess.Automatic, "int $0x80", 0x80)]
    [InlineData(RegisterAccess.Automatic, "int $13", 13)]
    [InlineData(RegisterAccess.Automatic, "int $14", 14)]
    [InlineData(RegisterAccess.Library, "int3", 3)]
    [InlineData(RegisterAccess.Library, "int $13", 13)]
    public void SoftwareInterrupt_IsReportedAfterItsInstructionWithoutErrorCode(RegisterAccess access, string instruction, byte vector)
    {
        using var guest = new Guest($"start: nop\nbad: {instruction}\nafter: hlt", access);
        var result = guest.Run();
        Assert.Equal(new ExceptionInfo(vector, null, guest["after"], guest["bad"], IsSoftware: true), result.Exception);
        Assert.False(result.Exception!.Value.IsFault);
        Assert.Equal(guest["after"], guest.Cpu.Rip);
    }

    [Theory, EveryRegisterAccess]
    public void RegistersSeenWithAnException_AreThoseOfThatMoment(RegisterAccess access)
    {
        using var guest = new Guest("start: nop\nbad: int3\nafter: hlt", access);
        guest.RunToHlt(new Script(
            (rip, _) => Assert.Equal(rip, guest.Cpu.Rip), // what must not be taken for the RIP below
            _ =>
            {
                Assert.Equal(guest["after"], guest.Cpu.Rip);
                return true;
            }));
    }

    [Theory]
    [InlineData(RegisterAccess.Automatic, "movq 8(%rdi), %rax", MemoryAccess.Read, 0, 8)]
    [InlineData(RegisterAccess.Automatic, "movq %rax, 8(%rdi)", MemoryAccess.Write, 2, 8)]
    [InlineData(RegisterAccess.Automatic, "pushq 16(%rdi)", MemoryAccess.Read, 0, 16)]
    [InlineData(RegisterAccess.Automatic, "incb (%rdi)", MemoryAccess.Read, 0, 0)]
    [InlineData(RegisterAccess.Automatic, "movb $1, 5(%rdi)", MemoryAccess.Write, 2, 5)]
    [InlineData(RegisterAccess.Library, "movq 8(%rdi), %rax", MemoryAccess.Read, 0, 8)]
    [InlineData(RegisterAccess.Library, "movq %rax, 8(%rdi)", MemoryAccess.Write, 2, 8)]
    public void AccessToUnmappedMemory_IsAPageFaultWithItsAddress(RegisterAccess access, string instruction, MemoryAccess kind, uint errorCode, ulong offset)
    {
        using var guest = new Guest($"start: movabsq ${Nowhere}, %rdi\nbad: {instruction}\n hlt", access);
        var result = guest.Run();
        var expected = new ExceptionInfo(Vector.PageFault, errorCode, guest["bad"], guest["bad"], kind, Nowhere + offset);
        Assert.Equal(expected, result.Exception);
        Assert.Equal(Nowhere + offset, guest.Cpu.Cr2);
    }

    [Fact]
    public void WriteToReadOnlyMemory_IsAPageFaultOfAPresentPage()
    {
        using var guest = new Guest("start: leaq bad(%rip), %rdi\nbad: movq %rax, (%rdi)\n hlt");
        Assert.Equal(new ExceptionInfo(Vector.PageFault, 3, guest["bad"], guest["bad"], MemoryAccess.Write, guest["bad"]), guest.Run().Exception);
    }

    [Theory]
    [InlineData("call *%rdi", Nowhere, 16u, true)]
    [InlineData("jmp *%rdi", Nowhere, 16u, false)]
    [InlineData("call *%rdi", Guest.DataBase, 17u, true)]
    [InlineData("call *%rdi", 0ul, 16u, true)]
    public void FetchWhereNoCodeIs_IsReportedAtTheTarget(string instruction, ulong target, uint errorCode, bool pushes)
    {
        using var guest = new Guest($"start: movabsq ${target}, %rdi\nbad: {instruction}\nafter: hlt");
        var result = guest.Run();
        Assert.Equal(new ExceptionInfo(Vector.PageFault, errorCode, target, guest["bad"], MemoryAccess.Fetch, target), result.Exception);
        Assert.Equal(target, guest.Cpu.Cr2);
        Assert.Equal(Guest.StackTop - (pushes ? 8ul : 0), guest.Cpu.Rsp);
        if (pushes)
            Assert.Equal(guest["after"], guest.Word(guest.Cpu.Rsp));
    }

    [Theory]
    [InlineData("movq (%rdi), %rax", MemoryAccess.Read)]
    [InlineData("movq %rax, (%rdi)", MemoryAccess.Write)]
    public void NonCanonicalAddress_IsAGeneralProtectionFault(string instruction, MemoryAccess kind)
    {
        const ulong Address = 0x8000_0000_0000;
        using var guest = new Guest($"start: movabsq ${Address}, %rdi\nbad: {instruction}\n hlt");
        guest.Cpu.Cr2 = 77;
        Assert.Equal(new ExceptionInfo(Vector.GeneralProtection, 0, guest["bad"], guest["bad"], kind, Address), guest.Run().Exception);
        Assert.Equal(77ul, guest.Cpu.Cr2);
    }

    [Theory]
    [InlineData("pushq %rax")]
    [InlineData("call target")]
    [InlineData("pushfq")]
    [InlineData("enter $32, $0")]
    public void PushOntoAGuardPage_FaultsPreciselyAndIsRestarted(string instruction)
    {
        const ulong Base = 0xffff_c901_0000_0000;
        using var guest = new Guest($"start: nop\nbad: {instruction}\n hlt\ntarget: hlt");
        guest.Machine.Memory.Map("stacks", Base, 2 * Guest.PageSize, GuestProtection.ReadWrite, new GuestRange(Base, Guest.PageSize));
        guest.Cpu.Rsp = Base + Guest.PageSize;
        guest.Cpu.Rbp = 0x55;
        var before = guest.Cpu.Registers;
        var faults = 0;
        var result = guest.Run(exception =>
        {
            faults++;
            Assert.Equal(new ExceptionInfo(Vector.PageFault, 2, guest["bad"], guest["bad"], MemoryAccess.Write, Base + Guest.PageSize - 8), exception);
            Assert.True(before == guest.Cpu.Registers);
            guest.Cpu.Rsp = Guest.StackTop;
            return true;
        });
        Assert.Equal(1, faults);
        Assert.Equal(RunStatus.Halted, result.Status);
    }

    [Theory]
    [InlineData("pushq %rax")]
    [InlineData("int3")]
    [InlineData("ud2")]
    public void ExceptionWhoseFrameDoesNotFitOnTheStack_IsADoubleFaultOnItsOwnStack(string instruction)
    {
        const ulong Base = 0xffff_c901_0000_0000;
        using var guest = new Guest($"start: nop\nbad: {instruction}\nafter: nop\nhandler: hlt");
        guest.Machine.Memory.Map("stacks", Base, 2 * Guest.PageSize, GuestProtection.ReadWrite, new GuestRange(Base, Guest.PageSize));
        foreach (var vector in new[] { Vector.Breakpoint, Vector.InvalidOpcode, Vector.PageFault })
            guest.Machine.Gates[vector] = new InterruptGate(0xbad);
        guest.Machine.Gates[Vector.DoubleFault] = new InterruptGate(guest["handler"], ist: 1);
        guest.Machine.TaskState[1] = Guest.StackTop;
        guest.Cpu.Rsp = Base + Guest.PageSize;
        var deliveries = new List<Delivery>();
        var result = guest.Run(exception =>
        {
            deliveries.Add(guest.Machine.Deliver(exception));
            return deliveries[^1].Succeeded;
        });
        Assert.Equal(RunStatus.Halted, result.Status);
        var delivery = Assert.Single(deliveries);
        Assert.Equal((Vector.DoubleFault, true), (delivery.Vector, delivery.HasErrorCode));
        Assert.Equal(Base + Guest.PageSize, delivery.Frame.Rsp);
        Assert.Equal((Guest.StackTop & ~15ul) - HardwareFrame.Size, delivery.FrameAddress);
        Assert.Equal(0ul, guest.Word(delivery.FrameAddress - 8));
        Assert.Equal(instruction == "int3" ? guest["after"] : guest["bad"], guest.Word(delivery.FrameAddress));
    }

    [Fact]
    public void DoubleFaultWithoutAGate_IsLeftToTheObserver()
    {
        using var guest = new Guest("start: ud2\n hlt");
        guest.Machine.Gates[Vector.InvalidOpcode] = new InterruptGate(guest["start"]);
        guest.Cpu.Rsp = 0x1000;
        var result = guest.Run(exception =>
        {
            Assert.Equal(DeliveryStatus.StackUnwritable, guest.Machine.Deliver(exception).Status);
            return false;
        });
        Assert.Equal(RunStatus.UnhandledException, result.Status);
    }

    [Theory]
    [InlineData("movq (%rdi), %rax", MemoryAccess.Read, 0u)]
    [InlineData("movq %rax, (%rdi)", MemoryAccess.Write, 2u)]
    public void AccessAcrossTheEndOfMemory_FaultsAtItsFirstMissingByte(string instruction, MemoryAccess kind, uint errorCode)
    {
        const ulong End = Guest.DataBase + Guest.PageSize;
        using var guest = new Guest($"start: movq ${End - 3}, %rdi\nbad: {instruction}\n hlt");
        Assert.Equal(new ExceptionInfo(Vector.PageFault, errorCode, guest["bad"], guest["bad"], kind, End), guest.Run().Exception);
    }

    [Theory, EveryRegisterAccess]
    public void ManyExceptionsInARow_AreEachReportedAsThemselves(RegisterAccess access)
    {
        using var guest = new Guest("""
            start:  movl $0x98, %ecx
            gp:     movl %ecx, %es
                    xorl %ebx, %ebx
            de:     divl %ebx
            pf:     movq 0x1238, %rax
            ud:     ud2
                    hlt
            """, access);
        var vectors = new List<byte>();
        for (var round = 0; round < 3; round++)
        {
            var result = guest.Run(exception =>
            {
                vectors.Add(exception.Vector);
                guest.Cpu.Rip = exception.Rip + (exception.Vector == Vector.PageFault ? 8ul : 2);
                return true;
            });
            Assert.Equal(RunStatus.Halted, result.Status);
        }
        Assert.Equal([13, 0, 14, 6, 13, 0, 14, 6, 13, 0, 14, 6], vectors);
    }

    [Theory, EveryRegisterAccess]
    public void FaultWhoseCauseIsRemoved_IsRestarted(RegisterAccess access)
    {
        using var guest = new Guest("start: movl $12, %eax\n xorl %edx, %edx\nbad: divl %ecx\n hlt", access);
        var announced = 0;
        var result = guest.Run(new Script((rip, _) => announced += rip == guest["bad"] ? 1 : 0, exception =>
        {
            Assert.Equal(Vector.DivideError, exception.Vector);
            guest.Cpu[Gpr.Rcx] = 4;
            return true;
        }));
        Assert.Equal(RunStatus.Halted, result.Status);
        Assert.Equal(3ul, guest.Cpu[Gpr.Rax]);
        Assert.Equal(2, announced);
    }

    [Fact]
    public void PageMappedByTheObserver_IsThereForTheRestartedInstruction()
    {
        using var guest = new Guest($"start: movabsq ${Nowhere}, %rdi\n movq $7, 8(%rdi)\n movq 8(%rdi), %rax\n hlt");
        var result = guest.Run(exception =>
            guest.Machine.Memory.Map("on demand", exception.Address & ~(Guest.PageSize - 1), Guest.PageSize, GuestProtection.ReadWrite).Base == Nowhere);
        Assert.Equal(RunStatus.Halted, result.Status);
        Assert.Equal(7ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void InvalidOpcode_GoesOnWhereTheObserverSays()
    {
        using var guest = new Guest("start: ud2\n movl $5, %eax\n ud2\n hlt");
        var announced = new List<uint>();
        var result = guest.Run(new Script((_, length) => announced.Add(length), exception =>
        {
            guest.Cpu.Rip += 2;
            return true;
        }));
        Assert.Equal(RunStatus.Halted, result.Status);
        Assert.Equal(5ul, guest.Cpu[Gpr.Rax]);
        Assert.Equal([2, 5, 2, 1], announced.Select(length => length == 0 ? 2 : length));
    }

    [Theory, EveryRegisterAccess]
    public void TrapFlag_IsADebugExceptionAfterEachInstruction(RegisterAccess access)
    {
        using var guest = new Guest("start: nop\nfirst: nop\nsecond: hlt", access);
        guest.Cpu.Rflags = Rflags.Fixed | Rflags.Tf;
        var places = new List<ulong>();
        guest.Run(exception =>
        {
            Assert.Equal(Vector.Debug, exception.Vector);
            Assert.False(exception.IsSoftware);
            Assert.Null(exception.ErrorCode);
            places.Add(exception.Rip);
            return true;
        });
        Assert.Equal([guest["first"], guest["second"]], places.Take(2));
    }

    [Fact]
    public void UnfetchableHandler_UsesUpTheBudget()
    {
        using var guest = new Guest("start: ud2");
        guest.Machine.Gates[Vector.PageFault] = new InterruptGate(Nowhere, ist: 1);
        guest.Machine.TaskState[1] = Guest.StackTop;
        var result = guest.Run(exception =>
        {
            var pageFault = exception with { Vector = Vector.PageFault, ErrorCode = 16 };
            return guest.Machine.Deliver(pageFault).Succeeded;
        });
        Assert.Equal(RunStatus.BudgetUsedUp, result.Status);
        Assert.Equal(Nowhere, result.Rip);
    }

    [Fact]
    public void ExceptionHandledByAGate_RunsItsHandler()
    {
        using var guest = new Guest("""
            start:  movq 0x1238, %rax
                    hlt
            fixup:  movq $0x77, %rax
                    addq $8, (%rsp)
                    iretq
            handler:
                    popq %rbx
                    jmp fixup
            """);
        guest.Machine.Gates[Vector.PageFault] = new InterruptGate(guest["handler"]);
        guest.Cpu.Rflags = Rflags.Fixed | Rflags.If;
        var result = guest.Run(exception => guest.Machine.Deliver(exception).Succeeded);
        Assert.Equal(RunStatus.Halted, result.Status);
        Assert.Equal(0x77ul, guest.Cpu[Gpr.Rax]);
        Assert.Equal(0ul, guest.Cpu[Gpr.Rbx]);
        Assert.Equal(Guest.StackTop, guest.Cpu.Rsp);
        Assert.Equal(Rflags.Fixed | Rflags.If, guest.Cpu.Rflags); // RF of the pushed flags is used up by the instruction returned to
    }
}
