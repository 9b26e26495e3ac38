namespace Emulator.Tests;

public class CodeChangeTests
{
    private const string Program = """
        start:  call answer
                hlt
                .balign 64
        answer: movl $1, %eax
                ret
        """;

    [Fact]
    public void HostWriteToText_CountsForTheNextRun()
    {
        using var guest = new Guest(Program);
        guest.RunToHlt();
        guest.Machine.Memory.Write(guest["answer"] + 1, [2]);
        guest.RunToHlt();
        Assert.Equal(2ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void TextChangedThroughItsBytes_NeedsTranslationsDropped()
    {
        using var guest = new Guest(Program);
        guest.RunToHlt();
        guest.Text.Bytes[(int)(guest["answer"] - Guest.TextBase) + 1] = 2;
        guest.RunToHlt();
        Assert.Equal(1ul, guest.Cpu[Gpr.Rax]); // what DropTranslations is there for
        guest.Machine.Memory.DropTranslations(new GuestRange(guest["answer"], 5));
        guest.RunToHlt();
        Assert.Equal(2ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void DropTranslations_OfEverything_ReachesEveryRegion()
    {
        using var guest = new Guest(Program);
        guest.RunToHlt();
        guest.Text.Bytes[(int)(guest["answer"] - Guest.TextBase) + 1] = 2;
        guest.Machine.Memory.DropTranslations(new GuestRange(0, ulong.MaxValue));
        guest.RunToHlt();
        Assert.Equal(2ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void TextWrittenByTheObserver_CountsWhenExecutionGetsThere()
    {
        using var guest = new Guest(Program);
        guest.RunToHlt();
        guest.Run((rip, _) =>
        {
            if (rip == guest["start"])
                guest.Machine.Memory.Write(guest["answer"] + 1, [3]);
        });
        Assert.Equal(3ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void TextWrittenAtItsOwnInstruction_CountsAtOnceWithARipWrite()
    {
        using var guest = new Guest(Program);
        guest.RunToHlt();
        var written = false;
        guest.Run((rip, _) =>
        {
            if (rip != guest["answer"] || written)
                return;
            written = true;
            guest.Machine.Memory.Write(rip + 1, [4]);
            guest.Cpu.Rip = rip;
        });
        Assert.Equal(4ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void OtherTextMappedAtTheSameAddress_IsWhatRuns()
    {
        using var guest = new Guest(Program);
        guest.RunToHlt();
        var code = guest.Text.Bytes.ToArray();
        code[(int)(guest["answer"] - Guest.TextBase) + 1] = 5;
        guest.Machine.Memory.Unmap(guest.Text);
        guest.Machine.Memory.Map("text", Guest.TextBase, Guest.PageSize, GuestProtection.ReadExecute);
        guest.Machine.Memory.Write(Guest.TextBase, code);
        guest.RunToHlt();
        Assert.Equal(5ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void ExecutableRegionWithHoles_CanBeWrittenAndUnmapped()
    {
        using var guest = new Guest(Program);
        const ulong Base = 0x40_0000;
        var region = guest.Machine.Memory.Map("modules", Base, 4 * Guest.PageSize, GuestProtection.All, new GuestRange(Base + Guest.PageSize, Guest.PageSize));
        guest.Machine.Memory.Write(Base + (2 * Guest.PageSize), [0xb8, 7, 0, 0, 0, 0xf4]); // mov eax, 7; hlt
        Assert.Equal(RunStatus.Halted, guest.Machine.Run(Script.Nothing, Base + (2 * Guest.PageSize)).Status);
        Assert.Equal(7ul, guest.Cpu[Gpr.Rax]);
        guest.Machine.Memory.DropTranslations(region.Range);
        guest.Machine.Memory.Unmap(region);
        Assert.Equal(RunStatus.UnhandledException, guest.Machine.Run(Script.Nothing, Base + (2 * Guest.PageSize)).Status);
    }
}
