using System.Diagnostics;

namespace Emulator.Tests;

public class RunTests
{
    private const string Countdown = """
        start:  movl $1000, %ecx
        loop:   incq %rax
                decl %ecx
                jnz loop
        end:    hlt
        """;

    private const string Forever = """
        start:  incq %rax
                jmp start
        """;

    [Theory, EveryRegisterAccess]
    public void Hlt_EndsTheRunAfterIt(RegisterAccess access)
    {
        using var guest = new Guest(Countdown, access);
        var result = guest.Run();
        Assert.Equal(new RunResult(RunStatus.Halted, guest["end"] + 1, Steps: 3002), result);
        Assert.Equal(1000ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void EveryInstruction_IsAnnouncedOnceWithItsLength()
    {
        using var guest = new Guest("""
            start:  nop
                    movabsq $0x123456789abcdef0, %rax
                    leaq 16(%rsp), %rbp
                    call next
                    hlt
            next:   ret
            """);
        var seen = new List<(ulong, uint)>();
        guest.Run((rip, length) => seen.Add((rip - Guest.TextBase, length)));
        Assert.Equal([(0, 1), (1, 10), (11, 5), (16, 5), (22, 1), (21, 1)], seen);
    }

    [Theory, EveryRegisterAccess]
    public void Budget_AllowsExactlySoManyInstructionsAndLosesNothing(RegisterAccess access)
    {
        using var guest = new Guest(Countdown, access);
        var announced = 0;
        var counter = new Script((_, _) => announced++);
        var result = guest.Machine.Run(counter, guest["start"], new RunLimits(Steps: 1234));
        Assert.Equal(RunStatus.BudgetUsedUp, result.Status);
        Assert.Equal(1234, result.Steps);
        Assert.Equal(1234, announced);
        // 1 mov, then 411 rounds of 3
        Assert.Equal(guest["loop"], result.Rip);
        Assert.Equal(411ul, guest.Cpu[Gpr.Rax]);

        Assert.Equal(RunStatus.Halted, guest.Machine.Run(counter, result.Rip).Status);
        Assert.Equal(1000ul, guest.Cpu[Gpr.Rax]);
        Assert.Equal(3002, announced);
    }

    [Fact]
    public void BudgetOfZero_RunsNothing()
    {
        using var guest = new Guest(Countdown);
        var result = guest.Machine.Run(new Script((_, _) => Assert.Fail("announced")), guest["start"], new RunLimits(Steps: 0));
        Assert.Equal(new RunResult(RunStatus.BudgetUsedUp, guest["start"], 0), result);
    }

    [Fact]
    public void TimeLimit_EndsAnEndlessLoopBetweenInstructions()
    {
        using var guest = new Guest(Forever);
        var result = guest.Machine.Run(Script.Nothing, guest["start"], new RunLimits(Time: TimeSpan.FromMilliseconds(20)));
        Assert.Equal(RunStatus.TimeUp, result.Status);
        // two instructions a round: no increment is lost or done twice
        Assert.Equal((ulong)(result.Steps + 1) / 2, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void TimerThatFiresLate_DoesNotEndTheNextRun()
    {
        using var guest = new Guest(Countdown);
        guest.Machine.NoteTimer();
        Assert.Equal(RunStatus.Halted, guest.Run().Status);
    }

    [Fact]
    public void TimerThatFiresEarly_EndsTheRunWhenItsTimeIsUp()
    {
        using var guest = new Guest(Forever);
        var clock = Stopwatch.StartNew();
        guest.Machine.NoteTimer();
        var result = guest.Machine.Run(Script.Nothing, guest["start"], new RunLimits(Time: TimeSpan.FromMilliseconds(30)));
        Assert.Equal(RunStatus.TimeUp, result.Status);
        Assert.True(clock.ElapsedMilliseconds >= 30);
    }

    [Theory, EveryRegisterAccess]
    public void Cancel_FromAnotherThread_EndsBetweenInstructions(RegisterAccess access)
    {
        using var guest = new Guest(Forever, access);
        var running = new ManualResetEventSlim();
        var other = new Thread(() =>
        {
            running.Wait();
            guest.Machine.Cancel();
        });
        other.Start();
        var result = guest.Machine.Run(new Script((_, _) => running.Set()), guest["start"]);
        other.Join();
        Assert.Equal(RunStatus.Cancelled, result.Status);
        Assert.Equal((ulong)(result.Steps + 1) / 2, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void CancelBeforeARun_IsNotLost()
    {
        using var guest = new Guest(Countdown);
        guest.Machine.Cancel();
        Assert.Equal(new RunResult(RunStatus.Cancelled, guest["start"], 0), guest.Run());
        Assert.Equal(RunStatus.Halted, guest.Run().Status);
    }

    [Fact]
    public void ExceptionThrownByTheObserver_ArrivesAtTheCallerOfRun()
    {
        using var guest = new Guest(Countdown);
        var steps = 0;
        var thrower = new Script((_, _) =>
        {
            if (++steps == 500)
                throw new InvalidDataException("seen");
        });
        var thrown = Assert.Throws<InvalidDataException>(() => guest.Run(thrower));
        Assert.Equal("seen", thrown.Message);
        Assert.Contains(nameof(ExceptionThrownByTheObserver_ArrivesAtTheCallerOfRun), thrown.StackTrace, StringComparison.Ordinal);
        Assert.Equal(500, steps);

        // the 500th instruction was not executed, and the machine goes on from it
        Assert.Equal(RunStatus.Halted, guest.Machine.Run(Script.Nothing, guest.Cpu.Rip).Status);
        Assert.Equal(1000ul, guest.Cpu[Gpr.Rax]);
    }

    [Theory]
    [InlineData("int3")]
    [InlineData("ud2")]
    [InlineData("movq %rax, 0x1234")]
    public void ExceptionThrownWhileAnExceptionIsReported_ArrivesToo(string instruction)
    {
        using var guest = new Guest($"start: {instruction}\n hlt");
        Assert.Throws<InvalidDataException>(() => guest.Run(_ => throw new InvalidDataException()));
        Assert.Equal(RunStatus.Halted, guest.Machine.Run(new Script(null, e => Skip(guest, e)), guest["start"]).Status);
    }

    [Fact]
    public void RunInsideRun_IsRefused()
    {
        using var guest = new Guest(Countdown);
        Assert.Throws<InvalidOperationException>(() => guest.Run((_, _) => guest.Run()));
        Assert.Throws<InvalidOperationException>(() => guest.Run((_, _) => guest.Machine.Dispose()));
        Assert.Throws<InvalidOperationException>(() => guest.Run((_, _) => guest.Machine.Reset()));
        Assert.Throws<InvalidOperationException>(() => guest.Run((_, _) => guest.Machine.Memory.Unmap(guest.Data)));
        Assert.Equal(RunStatus.Halted, guest.Run().Status);
    }

    [Fact]
    public void LimitThatCannotBe_IsRefusedAndTheMachineRunsOn()
    {
        using var guest = new Guest(Countdown);
        foreach (var limits in new[] { new RunLimits(Steps: -1), new RunLimits(Time: TimeSpan.FromSeconds(-5)), new RunLimits(Time: TimeSpan.MaxValue) })
            Assert.Throws<ArgumentOutOfRangeException>(() => guest.Machine.Run(Script.Nothing, guest["start"], limits));
        Assert.Equal(RunStatus.Halted, guest.Run().Status);
    }

    // The one address at which Unicorn itself ends a run; any other unexplained end would look the same.
    [Fact]
    public void EndThatNobodyAskedFor_IsNotTakenForHlt()
    {
        using var guest = new Guest("start: movabsq $0x8000000000000000, %rax\n jmp *%rax");
        Assert.Equal(RunStatus.Shutdown, guest.Run().Status);
    }

    [Fact]
    public void StopOutsideARun_IsRefused()
    {
        using var guest = new Guest(Countdown);
        Assert.Throws<InvalidOperationException>(guest.Machine.Stop);
    }

    private static bool Skip(Guest guest, ExceptionInfo exception)
    {
        if (exception.IsFault)
            guest.Cpu.Rip = Guest.TextBase + (ulong)guest.Program.Code.AsSpan().IndexOf((byte)0xf4);
        return true;
    }
}
