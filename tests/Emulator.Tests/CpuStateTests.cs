namespace Emulator.Tests;

public class CpuStateTests
{
    // Every register moves; loops, calls, flags of each kind, a string instruction, CPL changes of none.
    private const string Busy = """
        start:  movabsq $0x0123456789abcdef, %rax
                movl $12, %ecx
        round:  imulq $31, %rax, %rax
                leaq (%rax,%rcx,4), %rdx
                xorq %rdx, %rbx
                rorq $7, %rbx
                addq %rbx, %r8
                adcq %rax, %r9
                sbbq %r8, %r10
                setc %r11b
                pushq %rcx
                call mix
                popq %rcx
                decl %ecx
                jnz round
                leaq -64(%rsp), %rdi
                leaq -128(%rsp), %rsi
                movl $5, %ecx
                rep movsq
                hlt
        mix:    pushq %rbp
                movq %rsp, %rbp
                subq $40, %rsp
                movq %rax, -8(%rbp)
                btq $3, %rax
                cmovcq %rbx, %r12
                notq %r13
                xaddq %r14, -8(%rbp)
                incq %r15
                leave
                ret
        """;

    [Fact]
    public void RegistersReadInPlace_AreWhatTheLibraryReads()
    {
        var direct = Trace(RegisterAccess.Automatic);
        var library = Trace(RegisterAccess.Library);
        Assert.True(direct.Count > 200);
        Assert.Equal(library, direct);
    }

    [Fact]
    public void StateOfTheInstalledLibrary_IsFound()
    {
        using var guest = new Guest("start: hlt");
        Assert.True(guest.Cpu.IsDirect);
        Assert.True(guest.Cpu.HasExtendedFeatures);
        using var library = new Guest("start: hlt", RegisterAccess.Library);
        Assert.False(library.Cpu.IsDirect);
    }

    [Theory, EveryRegisterAccess]
    public void BootedMachine_IsAKernelAtPrivilege0(RegisterAccess access)
    {
        Guest.SkipWithoutLibrary();
        using var machine = new Machine(new MachineOptions { RegisterAccess = access });
        Assert.Equal(Selector.KernelCode, machine.Cpu.Cs);
        Assert.Equal(Selector.KernelData, machine.Cpu.Ss);
        Assert.Equal(0, machine.Cpu.Cpl);
        Assert.True(machine.Cpu.Registers == default);
        Assert.Equal(Rflags.Fixed, machine.Cpu.Rflags);
        Assert.Equal("system", Assert.Single(machine.Memory.Regions).Name);
    }

    [Theory, EveryRegisterAccess]
    public void WrittenRegister_CountsForTheAnnouncedInstruction(RegisterAccess access)
    {
        using var guest = new Guest("""
            start:  movl $1, %eax
            add:    addq %rbx, %rax
                    pushq %rax
                    hlt
            """, access);
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (rip != guest["add"])
                return;
            guest.Cpu[Gpr.Rbx] = 10;
            guest.Cpu.Rsp -= 64;
            Assert.Equal(10ul, guest.Cpu[Gpr.Rbx]);
            Assert.Equal(Guest.StackTop - 64, guest.Cpu.Rsp);
        }));
        Assert.Equal(11ul, guest.Cpu[Gpr.Rax]);
        Assert.Equal(11ul, guest.Word(Guest.StackTop - 72));
    }

    [Theory, EveryRegisterAccess]
    public void WrittenFlags_CountForTheAnnouncedInstructionAndItIsAnnouncedOnce(RegisterAccess access)
    {
        using var guest = new Guest("""
            start:  xorl %eax, %eax
            jump:   jz zero
                    movl $1, %ebx
            zero:   hlt
            """, access);
        var announced = new List<ulong>();
        var result = guest.Run((rip, _) =>
        {
            announced.Add(rip);
            if (rip == guest["jump"])
                guest.Cpu.Rflags &= ~Rflags.Zf;
        });
        Assert.Equal(1ul, guest.Cpu[Gpr.Rbx]);
        Assert.Equal([guest["start"], guest["jump"], guest["zero"] - 5, guest["zero"]], announced);
        Assert.Equal(4, result.Steps);
    }

    [Theory, EveryRegisterAccess]
    public void WrittenRip_SkipsTheAnnouncedInstruction(RegisterAccess access)
    {
        using var guest = new Guest("""
            start:  movl $1, %eax
            skip:   movl $2, %eax
            after:  hlt
            """, access);
        guest.RunToHlt(new Script((rip, length) =>
        {
            if (rip != guest["skip"])
                return;
            guest.Cpu.Rip = rip + length;
            Assert.Equal(guest["after"], guest.Cpu.Rip);
        }));
        Assert.Equal(1ul, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void RdtscGivenByTheObserver_IsDeterministic()
    {
        using var guest = new Guest("start: rdtsc\n movl %eax, %ebx\n rdtsc\n hlt");
        var clock = 100ul;
        guest.RunToHlt(new Script((rip, length) =>
        {
            if (length != 2 || guest.Text.Bytes[(int)(rip - Guest.TextBase)] != 0x0f)
                return;
            guest.Cpu[Gpr.Rax] = clock++;
            guest.Cpu[Gpr.Rdx] = 0;
            guest.Cpu.Rip = rip + length;
        }));
        Assert.Equal(100ul, guest.Cpu[Gpr.Rbx]);
        Assert.Equal(101ul, guest.Cpu[Gpr.Rax]);
    }

    [Theory, EveryRegisterAccess]
    public void Registers_AreReadAndWrittenTogether(RegisterAccess access)
    {
        using var guest = new Guest("start: hlt", access);
        var registers = default(GprFile);
        for (var register = Gpr.Rax; register <= Gpr.R15; register++)
            registers[register] = 0x1111_0000_0000_0000ul * (byte)register + 7;
        guest.Cpu.Registers = registers;
        Assert.True(registers == guest.Cpu.Registers);
        guest.RunToHlt(new Script((_, _) => Assert.True(registers == guest.Cpu.Registers)));
        for (var register = Gpr.Rax; register <= Gpr.R15; register++)
            Assert.Equal(registers[register], guest.Cpu[register]);
    }

    // Catches a register number that is Unicorn's name for another register.
    [Theory, EveryRegisterAccess]
    public void EachRegister_IsTheOneOfItsNameInGuestCode(RegisterAccess access)
    {
        var names = Enum.GetNames<Gpr>().Select(name => name.ToLowerInvariant()).ToArray();
        using var guest = new Guest("start:\n" + string.Concat(names.Select((name, i) => $"movq ${i + 1}, %{name}\n")) + "hlt", access);
        guest.RunToHlt();
        foreach (var register in Enum.GetValues<Gpr>())
            Assert.Equal((ulong)register + 1, guest.Cpu[register]);
    }

    [Fact]
    public void RegisterThatDoesNotExist_IsRefused()
    {
        using var guest = new Guest("start: hlt");
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.Cpu[(Gpr)16] = 1);
    }

    [Theory, EveryRegisterAccess]
    public void BasesAndModelSpecificRegisters_AreTheGuests(RegisterAccess access)
    {
        using var guest = new Guest("""
            start:  movq %gs:0, %rax
                    movq %fs:8, %rbx
                    swapgs
                    movq %gs:0, %rcx
                    movl $0xc0000102, %ecx
                    rdmsr
                    hlt
            """, access);
        guest.Machine.Memory.TryWriteWord(Guest.DataBase, 0x11);
        guest.Machine.Memory.TryWriteWord(Guest.DataBase + 16, 0x22);
        guest.Cpu.GsBase = Guest.DataBase;
        guest.Cpu.FsBase = Guest.DataBase + 8;
        guest.Cpu.KernelGsBase = Guest.StackBase;
        guest.RunToHlt();
        Assert.Equal(0x22ul, guest.Cpu[Gpr.Rbx]);
        Assert.Equal(Guest.StackBase, guest.Cpu.GsBase);
        Assert.Equal(Guest.DataBase, guest.Cpu.KernelGsBase);
        Assert.Equal(Guest.DataBase, guest.Cpu.ReadMsr(Msr.KernelGsBase));
        Assert.Equal(Guest.DataBase, guest.Cpu[Gpr.Rax]);
        guest.Cpu.WriteMsr(Msr.LStar, 0xffff_ffff_8123_4567);
        Assert.Equal(0xffff_ffff_8123_4567, guest.Cpu.ReadMsr(Msr.LStar));
        guest.Cpu.Cr2 = 0xdead;
        Assert.Equal(0xdeadul, guest.Cpu.Cr2);
    }

    [Theory, EveryRegisterAccess]
    public void InterruptShadow_CoversOneInstructionAfterStiAndMovSs(RegisterAccess access)
    {
        using var guest = new Guest("""
            start:  cli
                    sti
            sti:    nop
                    nop
                    movl %ss, %eax
                    movl %eax, %ss
            movss:  nop
                    hlt
            """, access);
        var shadowed = new List<ulong>();
        guest.RunToHlt(new Script((rip, _) =>
        {
            if (guest.Cpu.InInterruptShadow)
                shadowed.Add(rip);
        }));
        Assert.Equal([guest["sti"], guest["movss"]], shadowed);
    }

    [Theory]
    [InlineData("popcnt %rbx, %rax", 4)]
    [InlineData("movbe (%rdi), %eax", 0x12345678)]
    [InlineData("rdgsbase %rax", Guest.DataBase)]
    [InlineData("clflushopt (%rdi)", 0)]
    [InlineData("clwb (%rdi)", 0)]
    [InlineData("xorl %ecx, %ecx; xgetbv", 3)]
    public void InstructionThatTheDefaultModelHides_IsExecuted(string instruction, ulong rax)
    {
        using var guest = new Guest($"start: {instruction}\n hlt");
        guest.Cpu[Gpr.Rbx] = 0xf0;
        guest.Cpu[Gpr.Rdi] = Guest.DataBase;
        guest.Cpu.GsBase = Guest.DataBase;
        guest.Machine.Memory.TryWriteWord(Guest.DataBase, 0x78563412);
        guest.RunToHlt();
        Assert.Equal(rax, guest.Cpu[Gpr.Rax]);
    }

    [Fact]
    public void DisposedMachine_NoLongerTouchesTheEngine()
    {
        var guest = new Guest("start: hlt");
        guest.Dispose();
        guest.Dispose();
        _ = guest.Cpu.Rsp; // a copy; what matters is that freed memory is not read
        Assert.Throws<ObjectDisposedException>(() => guest.Cpu.Rflags);
        Assert.Throws<ObjectDisposedException>(() => guest.Cpu.GsBase = 1);
        Assert.Throws<ObjectDisposedException>(() => guest.Machine.Run(Script.Nothing, 0));
        Assert.Throws<ObjectDisposedException>(() => guest.Machine.Memory.Map("more", 0, 4096, GuestProtection.Read));
        Assert.False(guest.Stack.TryReadWord(Guest.StackBase, out _));
    }

    private static List<(ulong Rip, GprFile Registers, Rflags Flags, ushort Cs, ushort Ss, int Cpl, ulong Rsp, ulong Rbp)> Trace(RegisterAccess access)
    {
        using var guest = new Guest(Busy, access);
        List<(ulong, GprFile, Rflags, ushort, ushort, int, ulong, ulong)> trace = [];
        var cpu = guest.Cpu;
        guest.RunToHlt(new Script((rip, _) =>
        {
            // RSP and RBP first: through the library they come from a smaller batch
            trace.Add((cpu.Rip, default, cpu.Rflags, cpu.Cs, cpu.Ss, cpu.Cpl, cpu.Rsp, cpu.Rbp));
            trace.Add((rip, cpu.Registers, cpu.Rflags, cpu.Cs, cpu.Ss, cpu.Cpl, cpu.Rsp, cpu.Rbp));
            Assert.Equal(rip, cpu.Rip);
        }));
        return trace;
    }
}
