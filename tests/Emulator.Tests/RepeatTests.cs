namespace Emulator.Tests;

public class RepeatTests
{
    private const string Program = """
        start:  movl $0x600000, %esi
                movl $0x600100, %edi
                movl $5, %ecx
        rep:    rep movsq
                hlt
        handler:
                iretq
        """;

    [Theory, EveryRegisterAccess]
    public void StringInstruction_IsAnnouncedPerIterationAndOnceMore(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        var counts = new List<ulong>();
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (rip == guest["rep"])
                counts.Add(guest.Cpu[Gpr.Rcx]);
        }));
        Assert.Equal([5, 4, 3, 2, 1, 0], counts);
    }

    [Theory, EveryRegisterAccess]
    public void InterruptAtEachIteration_ResumesTheCopyWhereItWas(RegisterAccess access)
    {
        using var guest = new Guest(Program, access);
        guest.Machine.Gates[0x20] = new InterruptGate(guest["handler"]);
        for (var i = 0ul; i < 5; i++)
            guest.Machine.Memory.TryWriteWord(0x600000 + (8 * i), 100 + i);
        var interrupted = new HashSet<ulong>();
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (rip == guest["rep"] && interrupted.Add(guest.Cpu[Gpr.Rcx]))
                Assert.True(guest.Machine.Deliver(0x20, rip).Succeeded);
        }));
        Assert.Equal([5, 4, 3, 2, 1, 0], interrupted);
        for (var i = 0ul; i < 5; i++)
            Assert.Equal(100 + i, guest.Word(0x600100 + (8 * i)));
        Assert.Equal(0x600128ul, guest.Cpu[Gpr.Rdi]);
    }
}
