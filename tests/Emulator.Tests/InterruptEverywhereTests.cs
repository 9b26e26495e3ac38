namespace Emulator.Tests;

public class InterruptEverywhereTests
{
    // A call chain, flags that live across instructions, a string instruction, memory that is read and written.
    private const string Program = """
        start:  leaq 0x600000, %rdi
                movl $6, %ecx
                xorl %eax, %eax
        round:  pushq %rcx
                call work
                popq %rcx
                loop round
                std
                leaq 0x600200, %rdi
                leaq 0x600100, %rsi
                movl $9, %ecx
                rep movsb
                cld
                leaq 0x600000, %rdi
                movl $300, %ecx
                movb $7, %al
                repne scasb
                pushfq
                popq %r15
        done:   hlt
        work:   pushq %rbp
                movq %rsp, %rbp
                subq $24, %rsp
                movq %rcx, -8(%rbp)
                addq %rcx, (%rdi)
                adcq $3, %rax
                sarq $1, %rax
                rcll $1, %edx
                lock xaddq %rax, 8(%rdi)
                cmpq $4, -8(%rbp)
                jb small
                movb $7, 40(%rdi,%rcx)
                cmovaq %rsp, %rbx
                subq %rbp, %rbx
        small:  sbbq %r12, %r13
                leave
                ret
        handler:
                cld
                pushq %rax
                pushq %rcx
                pushq %rdi
                movl $0x600800, %edi
                incq (%rdi)
                movq $-1, %rax
                xorq %rcx, %rcx
                addq %rax, %rax
                popq %rdi
                popq %rcx
                popq %rax
        return: iretq
        """;

    [Theory]
    [InlineData(RegisterAccess.Automatic, 0, false)]
    [InlineData(RegisterAccess.Automatic, 1, false)]
    [InlineData(RegisterAccess.Automatic, 0, true)]
    [InlineData(RegisterAccess.Automatic, 1, true)]
    [InlineData(RegisterAccess.Library, 0, false)]
    [InlineData(RegisterAccess.Library, 1, true)]
    public void InterruptAtEveryInstruction_LeavesNoTrace(RegisterAccess access, int ist, bool fromUser)
    {
        var (expected, _) = Run(access, ist, fromUser, interrupts: false);
        var (actual, interrupts) = Run(access, ist, fromUser, interrupts: true);
        Assert.True(expected.Registers == actual.Registers);
        Assert.Equal(expected.Flags, actual.Flags);
        Assert.Equal(expected.Data, actual.Data);
        Assert.Equal(expected.Places, actual.Places);
        Assert.True(interrupts > 150);
        Assert.Equal(interrupts, expected.Places.Count);
    }

    private static (Outcome Outcome, int Interrupts) Run(RegisterAccess access, int ist, bool fromUser, bool interrupts)
    {
        using var guest = new Guest(Program, access);
        var machine = guest.Machine;
        var cpu = guest.Cpu;
        machine.Gates[0x20] = new InterruptGate(guest["handler"], ist);
        machine.TaskState.Rsp0 = Guest.StackBase + 0x1000;
        machine.TaskState[1] = Guest.StackBase + 0x2000;
        if (fromUser)
        {
            cpu[Gpr.Rcx] = guest["start"];
            cpu[Gpr.R11] = (ulong)(Rflags.Fixed | Rflags.If);
            Assert.True(machine.TryEmulateSysret());
        }
        else
        {
            cpu.Rflags = Rflags.Fixed | Rflags.If;
        }

        var places = new List<ulong>();
        var delivered = 0;
        (ulong Rip, ulong Rsp, ulong Rcx)? returning = null;
        var observer = new Script((rip, _) =>
        {
            if (rip >= guest["handler"])
            {
                Assert.Equal(0, cpu.Cpl);
                return;
            }
            Assert.Equal(fromUser ? 3 : 0, cpu.Cpl);
            var here = (rip, cpu.Rsp, cpu[Gpr.Rcx]);
            if (returning == here)
            {
                returning = null;
                return;
            }
            Assert.Null(returning);
            places.Add(rip);
            if (rip == guest["done"])
            {
                delivered++;
                machine.Stop();
            }
            else if (interrupts)
            {
                delivered++;
                returning = here;
                Assert.Equal(DeliveryStatus.Delivered, machine.Deliver(0x20, rip).Status);
            }
        });
        var result = machine.Run(observer, guest["start"], new RunLimits(100_000));
        Assert.True(result.Status == RunStatus.Stopped, result.ToString());
        Assert.Equal((ulong)(interrupts ? delivered - 1 : 0), guest.Word(0x600800));
        machine.Memory.TryWriteWord(0x600800, 0);
        return (new Outcome(cpu.Registers, cpu.Rflags, guest.Data.Bytes.ToArray(), places), delivered);
    }

    private sealed record Outcome(GprFile Registers, Rflags Flags, byte[] Data, List<ulong> Places);
}
