using Emulator;
using Harness.Fixtures;
using Harness.Loading;
using Harness.Verification.Chains;
using Objtool.Decoding;
using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>
/// One run of a fixture: keeps the shadow stack, delivers interrupts, and calls an observer at every instruction in
/// kernel mode.
/// </summary>
internal sealed partial class GuestRun : MachineObserver
{
    private readonly GuestContext _context;
    private readonly Machine _machine;
    private readonly CpuState _cpu;
    private readonly CodeMap _code;
    private readonly InterruptPolicy _policy;
    private readonly PointObserver _observer;
    private readonly GuestStackMemory _stacks;
    private readonly ulong _exit;
    private readonly RegisterEdits _edits;
    private readonly bool _deliversFaults;
    private readonly GuestTasks? _tasks;
    private readonly ulong _hook;

    private InstructionKind _pending;
    private ulong _pendingSp;
    private ulong _pendingNext;
    private GprFile _pendingRegisters;
    private bool _isInterruptible;
    private bool _isShared;
    private MemoryChange _change = MemoryChange.Any;

    /// <summary>Makes a run.</summary>
    /// <param name="share">The points that are looked at and interrupted; null: all.</param>
    /// <param name="tables">Of an earlier run of the same image that has ended; null: new ones.</param>
    public GuestRun(
        GuestContext context, FixtureHeader header, InterruptPolicy policy, PointObserver observer, ShadowStack shadow, PointShare? share = null,
        RunTables? tables = null)
    {
        tables ??= new RunTables(context.Image);
        Share = share ?? new PointShare(ShareRange.Whole);
        _edits = header.Edits;
        _context = context;
        _machine = context.Machine;
        _cpu = context.Machine.Cpu;
        _code = tables.Code;
        _policy = policy;
        _observer = observer;
        _stacks = new GuestStackMemory(context.Stacks);
        _exit = context.Exit;
        Shadow = shadow;
        _tasks = GuestTasks.Of(header, context, observer, shadow);
        _hook = header.Hooks is { } hooks ? context.Image.Require(hooks.Trampoline) : 0;
        _deliversFaults = header.StandsFaults ?? (context.IsHandledByRuntime(Vector.PageFault) && context.IsHandledByRuntime(Vector.Nmi));
        Visits = tables.Visits;
        Visits.Restart();
        Tally = tables.Tally;
        NoteNest();
    }

    /// <summary>The true chain of callers.</summary>
    public ShadowStack Shadow { get; }

    /// <summary>Numbers of executions, by instruction.</summary>
    public VisitCounter Visits { get; }

    /// <summary>The points that are looked at.</summary>
    public PointShare Share { get; }

    /// <summary>Instructions of the share that were about to execute, in kernel and user mode.</summary>
    public long Instructions { get; private set; }

    /// <summary>Interrupts delivered by the policy.</summary>
    public long InterruptsDelivered { get; private set; }

    /// <summary>What is being handled now.</summary>
    public InterruptNest Nest { get; } = new();

    /// <summary>What was interrupted by what.</summary>
    public InterruptTally Tally { get; }

    /// <summary>The number of the current execution of the current instruction, as <see cref="VisitCounter"/> counts.</summary>
    public int CurrentVisit { get; private set; }

    /// <summary>What no correct fixture does; the first ends the run.</summary>
    public ExecutionFinding? Finding { get; private set; }

    /// <summary>Was kernel code about to execute at an address, here or in another share?</summary>
    public bool WasExecuted(ulong address) => _code.WasExecuted(address);

    /// <inheritdoc/>
    public override void OnInstruction(ulong rip, uint length)
    {
        if (_pending != InstructionKind.Other && !Settle(rip))
            return;
        if (_tasks is not null && _tasks.Follow(rip, length, Share.IsOwn))
            _change = MemoryChange.Any;
        if (rip == _exit)
        {
            _machine.Stop();
            return;
        }

        var facts = _code.At(rip);
        if (!facts.IsKnown)
        {
            Report(rip, "there is no code here");
            return;
        }

        CurrentVisit = Visits.CountOne(rip);
        if (_isInterruptible && TryInterrupt(rip, facts))
            return;

        if (Share.IsOwn)
            Observe(rip);
        if (_isShared)
            Share.Advance(rip);

        // A push is only as harmless as a single one: the next point knows where the stack pointer was before it.
        _change = _change == MemoryChange.None ? facts.Change : MemoryChange.Any;
        if (facts.Kind >= InstructionKind.Call)
            Prepare(facts.Kind, rip, length);
    }

    private void Observe(ulong rip)
    {
        Instructions++;
        if (!_code.IsKernel(rip))
            return;
        var change = _change;
        _change = MemoryChange.None;
        _observer.OnPoint(rip, change);
    }

    /// <inheritdoc/>
    public override bool OnException(in ExceptionInfo exception)
    {
        // A call, a return or an iret was carried out all the same when it is what it leads to that can't be fetched, or when a
        // single step follows it. It has moved the stack pointer then.
        if (_pending != InstructionKind.Other && _cpu.Rsp != _pendingSp && !Settle(exception.Rip))
            return false;
        _pending = InstructionKind.Other;
        var registers = _cpu.Registers;
        var isHandled = exception.Vector != Vector.PageFault || _context.HasPageFaultHandler;
        var delivery = isHandled ? _machine.Deliver(exception) : new Delivery(DeliveryStatus.NoGate, exception.Vector, 0, default, HasErrorCode: true);
        if (!delivery.Succeeded)
        {
            Finding = new ExecutionFinding(exception.InstructionRip, $"{exception}: {Describe(delivery.Status)}")
            {
                FaultAddress = exception.Access == MemoryAccess.None ? null : exception.Address,
            };
            return false;
        }

        Enter(InterruptCause.Exception);
        PushInterrupt(delivery, registers, isIpEdited: _edits.Ip && delivery.Vector == exception.Vector);
        return true;
    }

    /// <summary>Remembers what an instruction is about to do, to be recorded when it has.</summary>
    private void Prepare(InstructionKind kind, ulong rip, uint length)
    {
        switch (kind)
        {
            case InstructionKind.Call or InstructionKind.DynamicCall:
                _pendingRegisters = _cpu.Registers;
                _pendingNext = rip + length;
                break;
            case InstructionKind.InterruptReturn:
                _machine.NoteIret();
                break;
            case InstructionKind.SystemCall:
                EnterSystemCall(rip, length);
                return;
            case InstructionKind.SystemReturn:
                LeaveSystemCall(rip);
                return;
            case InstructionKind.Return:
                break;
            case InstructionKind.Halt:
                WakeUp(rip, length);
                return;
            default:
                return;
        }

        _pendingSp = _cpu.Rsp;
        _pending = kind;
    }

    /// <summary>Records what the instruction before this one did. False when that ends the run.</summary>
    private bool Settle(ulong rip)
    {
        switch (_pending)
        {
            case InstructionKind.Call or InstructionKind.DynamicCall:
                PushCall();
                break;
            case InstructionKind.Return when rip == _hook:
                break; // by way of the trampoline: the caller still waits
            case InstructionKind.Return when Shadow.Depth > 0 && Shadow.Top is { IsInterrupted: false } && Shadow.Top.IpSlot == _pendingSp:
                PopCall(rip);
                break;
            case InstructionKind.InterruptReturn when ReturnsToTop(rip):
                PopInterrupt(rip);
                break;
        }

        _pending = InstructionKind.Other;
        return Finding is null;
    }

    /// <summary>
    /// Through the frame that the hardware pushed, or through a copy of it: to the same place with the same stack. Any
    /// other iret is a jump.
    /// </summary>
    private bool ReturnsToTop(ulong rip) =>
        Shadow.Depth > 0 && Shadow.Top.IsInterrupted
        && (Shadow.Top.IpSlot == _pendingSp || (Shadow.Top.Ip == rip && Shadow.Top.Sp == _cpu.Rsp));

    private void PushCall()
    {
        var slot = unchecked(_pendingSp - 8);
        Shadow.Push(
            new ShadowFrame { Ip = _pendingNext, Sp = _pendingSp, Bp = _pendingRegisters[Gpr.Rbp], IpSlot = slot },
            _pendingRegisters);
    }

    private void PopCall(ulong rip)
    {
        ref readonly var caller = ref Shadow.Top;
        ref readonly var before = ref Shadow.RegistersOf(Shadow.Depth - 1);
        if (rip != caller.Ip)
            Report(rip, $"a return to {NameOf(rip)} instead of {NameOf(caller.Ip)}");
        else if (CalleeSavedRegisters.FindChanged(before, _cpu) is { } register)
            Report(rip, $"{register} was {before[register]:x} before the call and is {_cpu[register]:x} after it");
        Shadow.Pop();
    }

    private void PushInterrupt(in Delivery delivery, in GprFile registers, bool isIpEdited = false)
    {
        const ulong HardwareFrameOffset = 128;
        _change = MemoryChange.Any;
        Shadow.Push(
            new ShadowFrame
            {
                Ip = delivery.Frame.Rip,
                Sp = delivery.Frame.Rsp,
                Bp = registers[Gpr.Rbp],
                IpSlot = delivery.FrameAddress,
                RegistersAddress = unchecked(delivery.FrameAddress - HardwareFrameOffset),
                IsInterrupted = true,
                IsIpEdited = isIpEdited,
                MayBeCopied = _context.IsHandledByRuntime(delivery.Vector),
                IsUserMode = delivery.Frame.IsFromUser,
            },
            registers);
    }

    private void PopInterrupt(ulong rip)
    {
        ref readonly var interrupted = ref Shadow.Top;
        ref readonly var before = ref Shadow.RegistersOf(Shadow.Depth - 1);
        if ((rip != interrupted.Ip && !interrupted.IsIpEdited) || _cpu.Rsp != interrupted.Sp)
            Report(rip, $"a return from interrupt to {NameOf(rip)} with rsp {_cpu.Rsp:x} instead of {NameOf(interrupted.Ip)} with {interrupted.Sp:x}");
        else if (Nest.IsDeliveredAt(Shadow.Depth - 1) && _cpu.Registers != before)
            Report(rip, "the interrupt's handler did not restore all registers");
        Shadow.Pop();
        Leave();
    }

    private void EnterSystemCall(ulong rip, uint length)
    {
        var registers = _cpu.Registers;
        _machine.EmulateSyscall(rip, length);
        Enter(InterruptCause.SystemCall);
        Shadow.Push(
            new ShadowFrame { Ip = rip + length, Sp = registers[Gpr.Rsp], Bp = registers[Gpr.Rbp], IsInterrupted = true, IsUserMode = true },
            registers);
    }

    private void LeaveSystemCall(ulong rip)
    {
        if (!_machine.TryEmulateSysret())
        {
            Report(rip, "sysret raises #GP");
            return;
        }

        if (Shadow.Depth == 0 || !Shadow.Top.IsUserMode)
            return;
        Shadow.Pop();
        Leave();
    }

    private void Report(ulong rip, string message)
    {
        Finding ??= new ExecutionFinding(rip, message);
        _machine.Stop();
    }

    private string NameOf(ulong address) => _context.Image.Symbols.NameOf(address);

    private static string Describe(DeliveryStatus status) => status switch
    {
        DeliveryStatus.NoGate => "the fixture defines no handler",
        DeliveryStatus.StackUnwritable => "its stack can't be written",
        DeliveryStatus.NmiBlocked => "NMIs are blocked",
        _ => status.ToString(),
    };
}
