using System.Runtime.InteropServices;

namespace Emulator;

/// <summary>
/// Interrupts and exceptions as a 64-bit CPU delivers them (SDM vol. 3, 6.12 and 6.14), in C#: Unicorn has no part of this.
/// </summary>
internal sealed class EventDelivery(CpuState cpu, GuestMemory memory)
{
    private const ulong StackAlignment = 16;

    // SDM vol. 3, 6.12.1.3
    private const Rflags ClearedByEveryGate = Rflags.Tf | Rflags.Nt | Rflags.Rf | Rflags.Vm;

    public GateTable Gates { get; } = new();

    public TaskState TaskState { get; } = new();

    public bool NmiBlocked { get; set; }

    /// <summary>
    /// Delivers an exception that the guest caused. When its frame can't be pushed, a CPU raises #PF for that, which has no
    /// stack either, and then #DF (SDM vol. 3, 6.15): delivered at once here, if it has a gate.
    /// </summary>
    public Delivery Deliver(in ExceptionInfo exception)
    {
        var delivery = Deliver(exception.Vector, exception.Rip, exception.ErrorCode, exception.IsFault);
        return delivery.Status == DeliveryStatus.StackUnwritable && exception.Vector != Vector.DoubleFault && Gates[Vector.DoubleFault] is not null
            ? Deliver(Vector.DoubleFault, exception.Rip, errorCode: 0, resume: false)
            : delivery;
    }

    /// <param name="vector">Which gate.</param>
    /// <param name="rip">What the handler returns to.</param>
    /// <param name="errorCode">Pushed below the frame, unless null.</param>
    /// <param name="resume">Whether RF is set in the pushed flags (SDM vol. 3, 17.3.1.1).</param>
    public Delivery Deliver(byte vector, ulong rip, uint? errorCode, bool resume)
    {
        var flags = cpu.Rflags;
        var rsp = cpu.Rsp;
        var changesPrivilege = cpu.Cpl != 0;
        var frame = new HardwareFrame(rip, cpu.Cs, resume ? flags | Rflags.Rf : flags, rsp, cpu.Ss);
        var hasErrorCode = errorCode is not null;
        if (vector == Vector.Nmi && NmiBlocked)
            return new Delivery(DeliveryStatus.NmiBlocked, vector, 0, frame, hasErrorCode);
        if (Gates[vector] is not { } gate)
            return new Delivery(DeliveryStatus.NoGate, vector, 0, frame, hasErrorCode);

        var top = (gate.Ist != 0 ? TaskState[gate.Ist] : changesPrivilege ? TaskState.Rsp0 : rsp) & ~(StackAlignment - 1);
        var delivery = new Delivery(DeliveryStatus.Delivered, vector, unchecked(top - HardwareFrame.Size), frame, hasErrorCode);
        if (!Push(delivery, errorCode))
            return delivery with { Status = DeliveryStatus.StackUnwritable };

        cpu.Rsp = delivery.HandlerRsp;
        cpu.EnterKernel(changesPrivilege);
        cpu.Rflags = flags & ~(gate.Kind == GateKind.Interrupt ? ClearedByEveryGate | Rflags.If : ClearedByEveryGate);
        cpu.Rip = gate.Entry;
        NmiBlocked |= vector == Vector.Nmi;
        return delivery;
    }

    private bool Push(in Delivery delivery, uint? errorCode)
    {
        var bottom = delivery.HandlerRsp;
        if (!memory.IsWritable(bottom, unchecked(delivery.FrameAddress + HardwareFrame.Size - bottom)))
            return false;
        if (errorCode is { } code)
            memory.TryWriteWord(bottom, code);
        var frame = delivery.Frame;
        return memory.TryWrite(delivery.FrameAddress, MemoryMarshal.AsBytes(new ReadOnlySpan<HardwareFrame>(in frame)));
    }
}
