namespace Emulator;

/// <summary>Watches and steers a run. One instance serves one machine at a time.</summary>
/// <remarks>
/// An exception thrown from a method here ends the run and arrives at the caller of <see cref="Machine.Run"/>, with the
/// machine's state as it was at the instruction; the instruction is not executed.
/// </remarks>
public abstract class MachineObserver
{
    /// <summary>
    /// Called before each instruction. From here the machine's registers and memory may be read and written, events
    /// delivered, the run stopped. Writing <see cref="CpuState.Rip"/>, or delivering, means that the instruction is not executed;
    /// it is announced again when execution comes back to it.
    /// </summary>
    /// <remarks>
    /// A repeated string instruction is announced for each iteration, as single-stepping a CPU shows it, and once more with
    /// RCX = 0 when the count ran out. An instruction that faults is announced before it does; one that can't be fetched
    /// is not.
    /// </remarks>
    /// <param name="rip">Its address.</param>
    /// <param name="length">Its length in bytes, 1 to 15; 0 when the bytes are no instruction.</param>
    public abstract void OnInstruction(ulong rip, uint length);

    /// <summary>
    /// Called when the guest caused an exception or software interrupt; registers are as the handler shall find them. Normally
    /// answered with <see cref="Machine.Deliver(in ExceptionInfo)"/>.
    /// </summary>
    /// <param name="exception">What happened. CR2 is set for a #PF.</param>
    /// <returns>True when it is dealt with: execution goes on at <see cref="CpuState.Rip"/>. False, the default, ends the run
    /// with <see cref="RunStatus.UnhandledException"/>.</returns>
    public virtual bool OnException(in ExceptionInfo exception) => false;
}
