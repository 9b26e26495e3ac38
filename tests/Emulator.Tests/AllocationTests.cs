namespace Emulator.Tests;

public class AllocationTests
{
    private const string Program = """
        start:  movl $2000, %ecx
        loop:   pushq %rcx
                popq %rcx
                decl %ecx
                jnz loop
                int3
                movq 0x1238, %rax
                hlt
        handler:
                iretq
        fixup:  addq $8, %rsp
                addq $8, (%rsp)
                iretq
        """;

    [Theory, EveryRegisterAccess]
    public void RunningAndDelivering_AllocateNothing(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        var machine = guest.Machine;
        machine.Gates[0x20] = machine.Gates[Vector.Breakpoint] = new InterruptGate(guest["handler"]);
        machine.Gates[Vector.PageFault] = new InterruptGate(guest["fixup"]);
        using var snapshot = machine.TakeSnapshot(guest.Data.Range);
        var observer = new Delivering(machine, guest["start"], guest["handler"]);

        machine.Run(observer, guest["start"]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        snapshot.Restore();
        var result = machine.Run(observer, guest["start"]);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(RunStatus.Halted, result.Status);
        Assert.True(observer.Deliveries > 10_000);
        Assert.Equal(4, observer.Exceptions);
    }

    // A moving collector and a native frame between two managed ones.
    [Fact]
    public void CollectionsInsideHooks_DisturbNothing()
    {
        using var guest = new Guest(Program);
        var garbage = new List<byte[]>();
        var steps = 0;
        guest.Run(new Script((_, _) =>
        {
            garbage.Add(new byte[64]);
            if (++steps % 500 == 0)
            {
                garbage.Clear();
                GC.Collect(steps % 1000 == 0 ? 2 : 0, GCCollectionMode.Forced, blocking: true, compacting: true);
            }
        }, exception => exception.Vector == Vector.Breakpoint));
        Assert.Equal(8003, steps);
    }

    private sealed class Delivering(Machine machine, ulong low, ulong high) : MachineObserver
    {
        private bool _interrupted;

        public int Deliveries { get; private set; }

        public int Exceptions { get; private set; }

        public override void OnInstruction(ulong rip, uint length)
        {
            if (rip < low || rip >= high)
                return;
            _interrupted = !_interrupted;
            if (_interrupted && machine.Deliver(0x20, rip).Succeeded)
                Deliveries++;
        }

        public override bool OnException(in ExceptionInfo exception)
        {
            Exceptions++;
            return machine.Deliver(exception).Succeeded;
        }
    }
}
