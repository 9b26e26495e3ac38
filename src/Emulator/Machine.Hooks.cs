using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Emulator.Native;

namespace Emulator;

// What Unicorn calls. No exception may leave these methods: the frames below are C's.
public sealed unsafe partial class Machine
{
    // No instruction is longer; Unicorn announces what it can't decode with a length of 0xf1f1f1f1.
    private const uint LongestInstruction = 15;

    private int _attention;
    private ulong _instruction;
    private InvalidAccess _fault;

    // All of them before the first run: blocks translated earlier would not call them. One code hook over everything, as it
    // also keeps RIP exact in memory faults; none for memory writes, which makes Unicorn compute wrong flags for some shifts;
    // none for invalid instructions, as without one the run ends with an error of their own.
    private void AddHooks()
    {
        var user = WeakGCHandle<Machine>.ToIntPtr(_self);
        _engine.AddHook(UnicornHook.Code, (delegate* unmanaged[Cdecl]<nint, ulong, uint, nint, void>)&OnCode, user);
        _engine.AddHook(UnicornHook.Interrupt, (delegate* unmanaged[Cdecl]<nint, uint, nint, void>)&OnInterrupt, user);
        _engine.AddHook(UnicornHook.InvalidMemory, (delegate* unmanaged[Cdecl]<nint, UnicornAccess, ulong, int, long, nint, byte>)&OnInvalidMemory, user);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SuppressMessage("Design", "CA1031", Justification = "Arrives at the caller of Run.")]
    private static void OnCode(nint engine, ulong address, uint length, nint user)
    {
        var machine = Of(user);
        try
        {
            if (machine._attention != 0 && !machine.Attend(address))
                return;
            if (--machine._stepsLeft < 0)
            {
                machine.EndInHook(RunStatus.BudgetUsedUp);
                return;
            }
            if (machine._stores.IsKnown)
                machine.EaseStores();
            machine._instruction = address;
            machine._observer!.OnInstruction(address, length <= LongestInstruction ? length : 0);
            if (machine._cpu.Pending != HookWork.None)
                machine.FinishHook(leaveBlock: true);
        }
        catch (Exception e)
        {
            machine.EndByThrow(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SuppressMessage("Design", "CA1031", Justification = "Arrives at the caller of Run.")]
    private static void OnInterrupt(nint engine, uint vector, nint user)
    {
        var machine = Of(user);
        try
        {
            machine._cpu.Invalidate();
            machine.Report(machine.Describe((byte)vector));
            machine.FinishHook(leaveBlock: false);
        }
        catch (Exception e)
        {
            machine.EndByThrow(e);
        }
    }

    // Answers no; the engine then returns from its run with the state exact, and the exception is reported from there.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte OnInvalidMemory(nint engine, UnicornAccess access, ulong address, int size, long value, nint user)
    {
        // The first one only: Unicorn goes on with the rest of a store that was split at a page, byte by byte.
        var machine = Of(user);
        if (machine._fault.Kind == MemoryAccess.None)
            machine._fault = new InvalidAccess(access, address);
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Machine Of(nint user)
    {
        // Run has the machine on its stack, so the weak handle's target is there.
        WeakGCHandle<Machine>.FromIntPtr(user).TryGetTarget(out var machine);
        return machine!;
    }

    /// <summary>What is stored next is mostly pushed. The mark is back whenever the page was looked up anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EaseStores()
    {
        var page = unchecked(_cpu.Rsp - sizeof(ulong)) & ~(ulong)(HostBuffer.PageSize - 1);
        if (_stores.Has(page))
            EaseStores(page);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EaseStores(ulong page)
    {
        if (Memory.Find(page) is { } region && (region.Protection & GuestProtection.Execute) == 0)
            _stores.Remove(page);
    }

    /// <summary>Do stores to this page take no detour now? False for one that was not stored to lately.</summary>
    internal bool HasFastStoresTo(ulong page) => _stores.IsKnown && _stores.IsFree(page);

    /// <summary>The long way into an instruction's hook; false when the observer is not to be called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Attend(ulong address)
    {
        _cpu.Invalidate();
        var attention = (Attention)Volatile.Read(ref _attention);
        if ((attention & Attention.Ending) != 0)
        {
            _engine.Stop();
            return false;
        }
        if ((attention & Attention.Repeated) != 0)
        {
            Interlocked.And(ref _attention, (int)~Attention.Repeated);
            if (address == _instruction)
                return false;
        }
        if (DemandedEnd() is not { } status)
            return true;
        EndInHook(status);
        return false;
    }

    /// <summary>Does what the observer asked for, in the order that Unicorn needs.</summary>
    /// <param name="leaveBlock">Whether flags written alone need the block to be left. Only in the middle of one.</param>
    private void FinishHook(bool leaveBlock)
    {
        var work = _cpu.Pending;
        if ((work & HookWork.Stop) != 0)
        {
            StopEngine(); // a new RIP waits for Settle: written now, it would cancel the stop
            return;
        }
        _cpu.Pending = HookWork.None;
        if ((work & HookWork.WriteRip) != 0)
        {
            _cpu.WriteRip(_cpu.PendingRip);
        }
        else if ((work & HookWork.RewriteRip) != 0 && leaveBlock)
        {
            _cpu.WriteRip(_instruction);
            Interlocked.Or(ref _attention, (int)Attention.Repeated);
        }
    }

    private void EndInHook(RunStatus status)
    {
        _end = status;
        StopEngine();
    }

    private void EndByThrow(Exception exception)
    {
        _thrown ??= ExceptionDispatchInfo.Capture(exception);
        StopEngine();
    }

    private void StopEngine()
    {
        Interlocked.Or(ref _attention, (int)Attention.Ending);
        _engine.Stop();
    }
}
