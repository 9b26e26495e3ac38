namespace Emulator.Tests;

/// <summary>Stores go the short way where the page can't hold code, and the long one, which sees that code changed, where it can.</summary>
public class FastStoreTests
{
    private const string Pushes = """
        start:  movl $3, %ecx
        again:  pushq %rcx
                popq %rax
                decl %ecx
                jnz again
        last:   hlt
        """;

    /// <summary>Debian 12's library has its cache of addresses where it is looked for.</summary>
    [Fact]
    public void OnTheLibraryThatThisIsMadeFor_TheWayIsFound()
    {
        using var guest = new Guest("start: hlt");
        Assert.SkipUnless(UnicornLibrary.Probe().Version == new Version(2, 0, 1), "another libunicorn: its stores may need nothing done");
        Assert.True(guest.Machine.HasFastStores);
    }

    [Fact]
    public void ThroughTheLibraryAlone_NothingIsLookedFor()
    {
        using var guest = new Guest(Pushes, RegisterAccess.Library);
        Assert.False(guest.Machine.HasFastStores);
        guest.RunToHlt();
        Assert.Equal(1ul, guest.Cpu[Gpr.Rax]);
    }

    [Theory]
    [InlineData(GuestProtection.ReadWrite, true)]
    [InlineData(GuestProtection.All, false)]
    public void PageOfTheStack_LosesItsMark_UnlessItCanHoldCode(GuestProtection protection, bool isFree)
    {
        const ulong Base = 0x50_7000; // in another line of the cache than the text
        using var guest = new Guest(Pushes);
        Assert.SkipUnless(guest.Machine.HasFastStores, "stores of this library are what they are");
        guest.Machine.Memory.Map("other stack", Base, Guest.PageSize, protection);
        guest.Cpu.Rsp = Base + Guest.PageSize;
        var wasFree = false;
        guest.Run((rip, _) => wasFree = guest.Machine.HasFastStoresTo(Base));
        Assert.Equal(isFree, wasFree);
        Assert.Equal(1ul, guest.Cpu[Gpr.Rax]);
    }

    /// <summary>The stack lies in the page that is executed, and what is pushed is the next answer.</summary>
    [Fact]
    public void PushedCode_IsExecutedAsItWasPushedLast()
    {
        const ulong Base = 0x50_0000;
        const ulong Answer = Base + 0x800;
        using var guest = new Guest("""
            start:  movl $100, %ecx
            again:  movq $0x500808, %rsp
                    movabsq $0xc300000000b8, %rbx   # movl $0, %eax; ret
                    movq %rcx, %rdx
                    shlq $8, %rdx
                    orq %rdx, %rbx                  # movl $(ecx), %eax; ret
                    pushq %rbx
                    movq $0x500f00, %rsp
                    movl $0x500800, %edi
                    call *%rdi
                    addq %rax, %r12
                    decl %ecx
                    jnz again
                    hlt
            """);
        guest.Machine.Memory.Map("code on a stack", Base, Guest.PageSize, GuestProtection.All);
        guest.Cpu[Gpr.R12] = 0;
        guest.RunToHlt();
        Assert.Equal(5050ul, guest.Cpu[Gpr.R12]);
        Assert.Equal(0xc300_0000_01b8ul, guest.Word(Answer));
    }

    /// <summary>A page whose translation is looked up anew has its mark again: it goes again.</summary>
    [Fact]
    public void MarksThatComeBack_GoAgain()
    {
        using var guest = new Guest(Pushes);
        Assert.SkipUnless(guest.Machine.HasFastStores, "stores of this library are what they are");
        for (var run = 0; run < 3; run++)
        {
            var extra = guest.Machine.Memory.Map("extra", 0x70_0000, Guest.PageSize, GuestProtection.ReadWrite);
            guest.RunToHlt();
            Assert.True(guest.Machine.HasFastStoresTo(Guest.StackTop & ~(Guest.PageSize - 1)));
            guest.Machine.Memory.Unmap(extra);
        }
    }
}
