using System.Runtime.InteropServices;
using Emulator.Native;

namespace Emulator;

/// <summary>
/// A bare x86-64 CPU with memory: booted into 64-bit mode at CPL 0 with Linux's segment layout, one call to an observer per
/// instruction, events delivered as hardware does.
/// </summary>
/// <remarks>
/// <para>One thread at a time may use a machine, and everything reached from it; only <see cref="Cancel"/> may come from
/// elsewhere. Several machines run side by side on several threads.</para>
/// <para>Each has 3 MB of resident and 1 GB of reserved memory, and takes several times as long to make as to
/// <see cref="Reset"/>: keep it for many programs.</para>
/// <para>Give Execute only to known text: Unicorn ends the process on some encodings that no assembler emits, and runs
/// VEX-encoded SSE as the two-operand form without a sign. in and out are allowed at every privilege.</para>
/// </remarks>
public sealed unsafe partial class Machine : IDisposable
{
    private readonly Engine _engine;
    private readonly CpuState _cpu;
    private readonly EventDelivery _events;
    private readonly GuestRegion _system;
    private readonly MachineSnapshot _booted;
    private readonly StoreMarks _stores;
    private WeakGCHandle<Machine> _self;

    /// <summary>Makes and boots a machine. All general purpose registers are 0, the stack pointer too.</summary>
    /// <exception cref="DllNotFoundException">libunicorn is missing; <see cref="UnicornLibrary.Probe"/> asks first.</exception>
    /// <exception cref="UnicornException">This build of libunicorn keeps its CPU state in another way.</exception>
    public Machine(MachineOptions? options = null)
    {
        options ??= new MachineOptions();
        _engine = new Engine();
        try
        {
            _self = new WeakGCHandle<Machine>(this);
            Memory = new GuestMemory(_engine);
            _cpu = new CpuState(_engine, options.RegisterAccess);
            _events = new EventDelivery(_cpu, Memory);
            _attention = (int)(_cpu.IsDirect ? Attention.None : Attention.Mirrored);
            AddHooks();
            var boot = new Boot(this, _engine);
            _system = boot.Run(options.SystemAddress);
            _stores = boot.Stores;
            _booted = TakeSnapshot();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The registers.</summary>
    public CpuState Cpu => _cpu;

    /// <summary>The address space.</summary>
    public GuestMemory Memory { get; }

    /// <summary>The interrupt descriptor table.</summary>
    public GateTable Gates => _events.Gates;

    /// <summary>The kernel's and the interrupts' stacks.</summary>
    public TaskState TaskState => _events.TaskState;

    /// <summary>Whether stores to the stack are as fast as others: where the library's cache of addresses was found in memory.</summary>
    public bool HasFastStores => _stores.IsKnown;

    /// <summary>Whether an NMI was delivered and no iret seen since (SDM vol. 3, 6.7.1).</summary>
    public bool NmiBlocked => _events.NmiBlocked;

    /// <summary>
    /// Delivers an interrupt, or an exception of the caller's making. From <see cref="MachineObserver.OnInstruction"/>, with
    /// that instruction's address as <paramref name="rip"/>: the instruction is not executed, and announced again after the
    /// handler's iretq. Between runs: the next run goes on at <see cref="CpuState.Rip"/>, the handler. Whether IF or
    /// <see cref="CpuState.InInterruptShadow"/> allow an interrupt now is for the caller to ask.
    /// </summary>
    /// <param name="vector">The gate.</param>
    /// <param name="rip">What the handler returns to.</param>
    /// <param name="errorCode">Pushed below the frame, unless null.</param>
    public Delivery Deliver(byte vector, ulong rip, uint? errorCode = null) => _events.Deliver(vector, rip, errorCode, resume: false);

    /// <summary>
    /// Delivers what <see cref="MachineObserver.OnException"/> was told of; a fault's pushed flags have RF set. Becomes a #DF
    /// where its stack can't be written, as for an overflowed stack.
    /// </summary>
    public Delivery Deliver(in ExceptionInfo exception) => _events.Deliver(exception);

    /// <summary>To be called by an observer that sees an iret about to be executed: NMIs are no longer blocked.</summary>
    public void NoteIret() => _events.NmiBlocked = false;

    /// <summary>
    /// Does what syscall does in 64-bit mode, instead of the instruction announced: Unicorn has it as a nop. RCX becomes the
    /// next address, R11 the flags; flags are masked with <see cref="Msr.FMask"/>, segments come from <see cref="Msr.Star"/>, execution goes on
    /// at <see cref="Msr.LStar"/> with CPL 0. RSP stays the user's.
    /// </summary>
    /// <param name="rip">Address of the instruction.</param>
    /// <param name="length">Its length, 2 unless it has prefixes.</param>
    public void EmulateSyscall(ulong rip, uint length) => SystemCalls.Enter(_cpu, unchecked(rip + length));

    /// <summary>
    /// Does what sysretq does, instead of the instruction announced: to RCX with the flags of R11 and CPL 3. False, with nothing
    /// changed, where the CPU raises #GP(0): CPL is not 0, or RCX is not canonical.
    /// </summary>
    public bool TryEmulateSysret() => SystemCalls.TryLeave(_cpu);

    /// <summary>Makes a snapshot of the CPU and the given memory, and takes it a first time.</summary>
    /// <param name="ranges">All mapped. The fewer bytes, the cheaper: 4 KB cost some 100 ns.</param>
    /// <exception cref="ArgumentException">A range is not all mapped.</exception>
    public MachineSnapshot TakeSnapshot(params ReadOnlySpan<GuestRange> ranges) => new(_engine, _cpu, Memory, _events, ranges);

    /// <summary>
    /// Back to just booted: every region but the machine's own is unmapped and freed, registers are as at first, no gates, no stacks. Cheaper
    /// than a new machine; what was translated is forgotten.
    /// </summary>
    public void Reset()
    {
        ThrowIfRunning();
        foreach (var region in Memory.Regions.ToArray())
        {
            if (region != _system)
                Memory.Unmap(region);
        }
        Gates.Clear();
        TaskState.Clear();
        _booted.Restore();
    }

    /// <summary>Frees the engine and all guest memory.</summary>
    /// <exception cref="InvalidOperationException">Called from an observer.</exception>
    public void Dispose()
    {
        ThrowIfRunning();
        if (_engine.IsDisposed)
            return;
        _timer?.Dispose();
        _booted?.Dispose();
        _cpu?.Detach();
        Memory?.ReleaseAll();
        _engine.Dispose();
        _self.Dispose();
    }

    private void ThrowIfRunning()
    {
        if (_observer is not null)
            throw new InvalidOperationException("not while the machine runs");
    }
}
