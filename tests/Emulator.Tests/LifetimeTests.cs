using System.Runtime.CompilerServices;

namespace Emulator.Tests;

public class LifetimeTests
{
    private const string Program = "start: movl $1, %eax\n pushq %rax\n hlt";

    [Theory, EveryRegisterAccess]
    public void ResetMachine_IsLikeANewOne(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        var machine = guest.Machine;
        for (byte answer = 1; answer < 50; answer++)
        {
            machine.Gates[answer] = new InterruptGate(1);
            machine.TaskState[1] = machine.TaskState.Rsp0 = 1;
            machine.Deliver(2, 0);
            machine.Reset();

            Assert.Single(machine.Memory.Regions);
            Assert.Null(machine.Gates[answer]);
            Assert.Equal(0ul, machine.TaskState.Rsp0 + machine.TaskState[1]);
            Assert.True(machine.Cpu.Registers == default);
            Assert.Equal((0, Selector.KernelCode, Selector.KernelData), (machine.Cpu.Cpl, machine.Cpu.Cs, machine.Cpu.Ss));
            Assert.False(machine.NmiBlocked);
            Assert.False(guest.Text.TryReadWord(Guest.TextBase, out _));

            // the same addresses, other code; the run ends at CPL 3
            var text = machine.Memory.Map("text", Guest.TextBase, Guest.PageSize, GuestProtection.ReadExecute);
            machine.Memory.Write(text.Base, [0xb8, answer, 0, 0, 0, 0xf4]); // mov eax, answer; hlt
            machine.Cpu[Gpr.Rcx] = text.Base;
            Assert.True(machine.TryEmulateSysret());
            Assert.Equal(RunStatus.UnhandledException, machine.Run(Script.Nothing, text.Base).Status);
            Assert.Equal((ulong)answer, machine.Cpu[Gpr.Rax]);
            Assert.Equal(3, machine.Cpu.Cpl);
        }
    }

    [Fact]
    public void MachineNobodyDisposed_IsCollected()
    {
        Guest.SkipWithoutLibrary();
        var machine = Forget();
        for (var i = 0; i < 10 && IsAlive(machine); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(IsAlive(machine));
    }

    [Fact]
    public void MachinesOnSeveralThreads_DoNotDisturbEachOther()
    {
        var program = GuestAssembler.Assemble("""
            start:  movl $20000, %ecx
            loop:   addq %rdi, %rax
                    loop loop
                    hlt
            """, Guest.TextBase);
        Guest.SkipWithoutLibrary();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            using var machine = new Machine();
            machine.Memory.Map("text", Guest.TextBase, Guest.PageSize, GuestProtection.ReadExecute);
            machine.Memory.Write(Guest.TextBase, program.Code);
            machine.Cpu[Gpr.Rdi] = (ulong)i;
            Assert.Equal(RunStatus.Halted, machine.Run(new Script((_, _) => { }), program["start"]).Status);
            Assert.Equal(20000 * (ulong)i, machine.Cpu[Gpr.Rax]);
        });
    }

    [Fact]
    public void SystemPages_CanBeMovedOutOfTheWay()
    {
        Guest.SkipWithoutLibrary();
        using var machine = new Machine(new MachineOptions { SystemAddress = 0x10_0000 });
        machine.Memory.Map("entry area", 0xffff_fe00_0000_0000, 0x4000, GuestProtection.ReadWrite);
        Assert.Equal(0x10_0000ul, machine.Memory.Regions[0].Base);
        Assert.Throws<ArgumentException>(() => new Machine(new MachineOptions { SystemAddress = 12 }));
    }

    // These two are not inlined, so that no register or slot of the caller keeps the machine.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Machine> Forget() => new(new Machine());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference<Machine> machine) => machine.TryGetTarget(out _);
}
