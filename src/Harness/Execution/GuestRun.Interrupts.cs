using Emulator;
using Harness.Verification.Chains;
using Unwinder.Stacks;

namespace Harness.Execution;

// The interrupts that the run delivers, and the nest of all that is being handled.
internal sealed partial class GuestRun
{
    /// <summary>
    /// A CPU that halts with interrupts on sleeps until one comes, whose handler returns behind the hlt. Otherwise it is the
    /// end of the run.
    /// </summary>
    private void WakeUp(ulong rip, uint length)
    {
        if ((_cpu.Rflags & Rflags.If) == 0 || _cpu.Cpl != 0 || _context.IsEndOfRun(rip))
            return;

        var registers = _cpu.Registers;
        var delivery = _machine.Deliver(GuestContext.IrqVector, rip + length);
        if (!delivery.Succeeded)
        {
            Report(rip, $"nothing can wake the hlt: {Describe(delivery.Status)}");
            return;
        }

        Enter(InterruptCause.Irq);
        PushInterrupt(delivery, registers);
    }

    private bool TryInterrupt(ulong rip, CodeFacts facts)
    {
        var possible = PossibleAt(facts);
        if (possible == InterruptKinds.None)
            return false;

        var stack = _stacks.TryFindStack(_cpu.Rsp, out var range) ? range.Kind : StackKind.Unknown;
        var caller = Shadow.Depth > 0 ? Shadow.Top.Ip : 0;
        var state = new InterruptState(rip, caller, Nest.Depth > 0 ? Nest.Innermost.Rip : 0, stack, Nest.Causes);
        var wanted = _policy.WantedAt(state, CurrentVisit, Nest) & possible;
        if (wanted == InterruptKinds.None)
            return false;

        var kind = (InterruptKind)System.Numerics.BitOperations.TrailingZeroCount((uint)wanted);
        _policy.Delivering(state, CurrentVisit, Nest, kind);
        if (!Share.IsOwn && Nest.Depth >= _policy.SharedNesting)
            return TryInterrupt(rip, facts); // another share's; the policy may want a second one here
        Deliver(kind, rip, facts);
        return true;
    }

    private InterruptKinds PossibleAt(CodeFacts facts)
    {
        var possible = InterruptKinds.None;
        if (!_machine.NmiBlocked)
            possible |= InterruptKinds.Nmi;
        if (facts.CanFault && _deliversFaults)
            possible |= InterruptKinds.Fault;
        if ((_cpu.Rflags & Rflags.If) != 0 && !_cpu.InInterruptShadow)
            possible |= InterruptKinds.Irq;
        return possible;
    }

    private void Deliver(InterruptKind kind, ulong rip, CodeFacts facts)
    {
        var registers = _cpu.Registers;
        var vector = kind switch
        {
            InterruptKind.Irq => GuestContext.IrqVector,
            InterruptKind.Nmi => Vector.Nmi,
            _ => Vector.PageFault,
        };
        var delivery = kind == InterruptKind.Fault
            ? _machine.Deliver(FaultAt(rip, facts.WritesData))
            : _machine.Deliver(vector, rip);
        if (!delivery.Succeeded)
        {
            Report(rip, $"{kind} can't be delivered: {Describe(delivery.Status)}");
            return;
        }

        if (Share.IsOwn)
            InterruptsDelivered++;
        Tally.Count(kind, Nest.Causes, rip);
        Visits.Uncount(rip);
        Visits.BeginInterrupt(Nest.Depth);
        Enter((InterruptCause)(kind + 1), new InterruptPlace(kind, rip, CurrentVisit));
        PushInterrupt(delivery, registers);
    }

    /// <summary>The page was there all along, or is by now: the kernel calls such a fault spurious.</summary>
    private ExceptionInfo FaultAt(ulong rip, bool isWrite)
    {
        const uint Write = 2;
        const uint UserMode = 4;
        var address = _code.DataAddressAt(rip, _cpu.Registers, _cpu.FsBase, _cpu.GsBase);
        _cpu.Cr2 = address;
        var errorCode = (isWrite ? Write : 0) | (_cpu.Cpl == 3 ? UserMode : 0);
        return new ExceptionInfo(Vector.PageFault, errorCode, rip, rip, isWrite ? MemoryAccess.Write : MemoryAccess.Read, address);
    }

    private void Enter(InterruptCause cause, InterruptPlace? delivered = null)
    {
        Nest.Enter(cause, Shadow.Depth, delivered);
        NoteNest();
    }

    private void Leave()
    {
        var depth = Nest.Depth;
        Nest.LeaveTo(Shadow.Depth);
        if (Nest.Depth != depth)
            Visits.ReturnTo(Nest.Depth);
        NoteNest();
    }

    /// <summary>Spares each instruction the questions whose answers only a change of the nest changes.</summary>
    private void NoteNest()
    {
        _isInterruptible = Nest.Depth <= _policy.MaximumDepth;
        _isShared = Nest.Depth <= _policy.SharedNesting;
    }
}
