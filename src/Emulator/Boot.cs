using Emulator.Native;

namespace Emulator;

/// <summary>
/// Brings a new engine into the state of a booted kernel. Guest code does it, since selectors written through the library don't
/// reach the CPL and the descriptor caches; on the way it proves that <see cref="CpuImage"/> describes this library.
/// </summary>
internal sealed class Boot(Machine machine, Engine engine) : MachineObserver
{
    private const int TaskStateOffset = 0x100;
    private const int TaskStateLimit = 0x67;
    private const ulong StackOffset = 0x800;

    // Selectors behind the table's end, with which loading DS fails.
    private const uint FirstBadSelector = 0x98;
    private const uint SecondBadSelector = 0xa0;

    // OSFXSR, OSXMMEXCPT, FSGSBASE, OSXSAVE: SDM vol. 3, 2.5
    private const ulong Cr4 = 1 << 9 | 1 << 10 | 1 << 16 | 1 << 18;

    private const ulong SyscallEnable = 1;
    private const int LretqOffset = 2;
    private const int MovDsLength = 2;

    private ulong _code;
    private int _faults;

    private static ReadOnlySpan<byte> Code =>
    [
        0x8e, 0xd0,                   // mov ss, eax
        0x48, 0xcb,                   // lretq            to the next instruction
        0x0f, 0x00, 0xd9,             // ltr cx
        0x8e, 0xda,                   // mov ds, edx      #GP(FirstBadSelector)
        0x8e, 0xdb,                   // mov ds, ebx      #GP(SecondBadSelector), or #DF if the CPU remembers the first
        0xb8, 0x01, 0x00, 0x00, 0x00, // mov eax, 1
        0x0f, 0xa2,                   // cpuid
        0xf4,                         // hlt
    ];

    /// <summary>What makes stores slow, where it was found.</summary>
    public StoreMarks Stores { get; private set; }

    /// <summary>Boots; returns the region that must stay mapped.</summary>
    public GuestRegion Run(ulong address)
    {
        var system = machine.Memory.Map("system", address, HostBuffer.PageSize, GuestProtection.ReadWrite);
        var text = machine.Memory.Map("boot", unchecked(address + HostBuffer.PageSize), HostBuffer.PageSize, GuestProtection.ReadExecute);
        _code = text.Base;
        Code.CopyTo(text.Bytes);
        SegmentDescriptors.Write(system.Bytes, unchecked(system.Base + TaskStateOffset), TaskStateLimit);
        LoadRegisters(system);
        Expect(machine.Run(this, _code).Status == RunStatus.Halted, "the boot code");
        var cpu = machine.Cpu;
        Expect(cpu.Cs == Selector.KernelCode && cpu.Ss == Selector.KernelData && cpu.Cpl == 0, "segments");
        Expect(_faults == 2, "exceptions");
        cpu.EnableFeatures();
        Stores = new StoreProof(machine).Run(text, system);
        machine.Memory.Unmap(text);

        engine.Write(UnicornRegister.Cr4, Cr4);
        cpu.WriteMsr(Msr.Efer, cpu.ReadMsr(Msr.Efer) | SyscallEnable);
        cpu.WriteMsr(Msr.Star, (ulong)(Selector.UserData - 8) << 48 | (ulong)Selector.KernelCode << 32);
        cpu.Registers = default;
        cpu.Rflags = Rflags.Fixed;
        return system;
    }

    // mov ss holds interrupts off for one instruction, and that is to be seen in the hidden flags.
    public override void OnInstruction(ulong rip, uint length) =>
        Expect(machine.Cpu.InInterruptShadow == (rip == _code + LretqOffset), "hidden flags");

    public override bool OnException(in ExceptionInfo exception)
    {
        var expected = _faults++ == 0 ? FirstBadSelector : SecondBadSelector;
        Expect(exception.Vector == Vector.GeneralProtection && exception.ErrorCode == expected, "exceptions");
        machine.Cpu.Rip = exception.Rip + MovDsLength;
        return true;
    }

    private void LoadRegisters(GuestRegion system)
    {
        engine.WriteTable(UnicornRegister.Gdtr, new DescriptorTable(0, system.Base, SegmentDescriptors.TableSize - 1, 0));
        var cpu = machine.Cpu;
        cpu[Gpr.Rax] = Selector.KernelData;
        cpu[Gpr.Rcx] = Selector.TaskState;
        cpu[Gpr.Rdx] = FirstBadSelector;
        cpu[Gpr.Rbx] = SecondBadSelector;
        cpu.Rsp = system.Base + StackOffset;
        machine.Memory.TryWriteWord(cpu.Rsp, _code + LretqOffset + 2);
        machine.Memory.TryWriteWord(cpu.Rsp + 8, Selector.KernelCode);
    }

    private static void Expect(bool isSo, string what)
    {
        if (!isSo)
            throw new UnicornException(UnicornError.Ok, $"this build of libunicorn is not supported: {what} differ from what was found in 2.0.1");
    }
}
