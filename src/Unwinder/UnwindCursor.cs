using Undwarf.Quirks;
using Unwinder.Stacks;
using Unwinder.Tasks;

namespace Unwinder;

/// <summary>
/// An unwind as those that print and check stacks use it (struct unwind_state and its functions, asm/unwind.h): one frame
/// at a time, from registers, from the caller itself or of a task that does not run.
/// </summary>
/// <typeparam name="TUnwinder">What finds callers.</typeparam>
/// <typeparam name="TState">What it carries.</typeparam>
/// <param name="unwinder">What finds callers.</param>
/// <param name="quirks">Faults of the past to repeat.</param>
public struct UnwindCursor<TUnwinder, TState>(TUnwinder unwinder, QuirkSet quirks = QuirkSet.None)
    where TUnwinder : struct, IFrameUnwinder<TState>
    where TState : struct, IUnwindState
{
    private readonly TUnwinder _unwinder = unwinder;
    private readonly QuirkSet _quirks = quirks;
    private TState _state;

    /// <summary>Why there is no further frame; <see cref="UnwindOutcome.Caller"/> while there is one.</summary>
    public UnwindOutcome Outcome { get; private set; }

    /// <summary>Is the unwind over?</summary>
    public readonly bool IsDone => Outcome != UnwindOutcome.Caller;

    /// <summary>
    /// Can what was found not be relied on: did the chain break off before its end, or go through code that was guessed?
    /// </summary>
    public readonly bool HasError =>
        (_quirks & QuirkSet.BlindSpotCalledEnd) == 0 && ((IsDone && !Outcome.IsCleanEnd()) || _state.Current.Unreliable);

    /// <summary>All that the unwinder carries.</summary>
    public readonly TState State => _state;

    /// <summary>The frame.</summary>
    public readonly UnwindFrame Frame => _state.Current;

    /// <summary>Where the frame goes on; 0 at the end.</summary>
    public readonly ulong ReturnAddress => IsDone ? 0 : _state.Current.Ip;

    /// <summary>
    /// The word that holds <see cref="ReturnAddress"/>, or, where that is hooked, the hook's; 0 without one: at the end,
    /// and in the frame that the unwind starts from when that is where the code itself is.
    /// </summary>
    public readonly ulong ReturnAddressPointer
    {
        get
        {
            if (IsDone)
                return 0;
            var frame = _state.Current;
            return (_quirks & QuirkSet.RetaddrPtrInactive) != 0 && frame.Registers == RegisterFrame.None ? unchecked(frame.Sp - 8) : frame.IpSlot;
        }
    }

    /// <summary>The pt_regs by which the frame was entered; 0 without one.</summary>
    public readonly ulong EntryRegisters => IsDone ? 0 : _state.Current.RegistersAddress;

    /// <summary>
    /// Starts at the caller of interrupted code: what is interrupted itself is in the registers, and its frame is left
    /// out. Registers of user mode have no callers.
    /// </summary>
    /// <param name="registers">The registers.</param>
    /// <param name="memory">The unwinder's memory.</param>
    /// <param name="isUserMode">Were they interrupted in user mode?</param>
    public void StartFromRegisters<TMemory>(in StartRegisters registers, in TMemory memory, bool isUserMode = false)
        where TMemory : struct, IStackMemory
    {
        if (isUserMode)
        {
            Outcome = UnwindOutcome.UserMode;
            return;
        }

        Begin(registers);
        if ((_quirks & QuirkSet.StartFromRegsSkips) != 0)
            SkipUntilOnStackAbove(memory, registers.Sp);
        else
            MoveNext();
    }

    /// <summary>Starts at the running code's own frame and goes on to the first above a stack pointer.</summary>
    /// <param name="registers">Where the running code is: <see cref="StartRegisters.Sampled"/>.</param>
    /// <param name="firstFrame">The stack pointer: frames whose own is not above it are left out. 0: the code's own, and with it its frame.</param>
    public void StartFromCurrent(in StartRegisters registers, ulong firstFrame = 0)
    {
        Begin(registers);
        SkipUntilAbove(firstFrame == 0 ? registers.Sp : firstFrame);
    }

    /// <summary>Starts at the frame in which a task went to sleep, or in which it will begin.</summary>
    /// <param name="task">The task.</param>
    /// <param name="memory">The unwinder's memory: the task's stack, and no other.</param>
    /// <param name="runsElsewhere">Does it run on another CPU at this moment? Its stack changes then, and nothing can be said.</param>
    /// <param name="firstFrame">As for <see cref="StartFromCurrent"/>; 0: all.</param>
    public void StartFromTask<TMemory>(in InactiveTask task, in TMemory memory, bool runsElsewhere = false, ulong firstFrame = 0)
        where TMemory : struct, IStackMemory
    {
        StartRegisters registers = default;
        Outcome = runsElsewhere ? UnwindOutcome.RunsElsewhere : task.TryRead(memory, _quirks, out registers);
        if (IsDone)
            return;

        // Without the frame of the switch, the first frame's stack pointer is above thread.sp, and so it is not skipped.
        Begin(registers);
        var skipsFirst = (_quirks & (QuirkSet.InactiveFrameSize | QuirkSet.InactiveFirstFrameSkipped)) != 0;
        SkipUntilAbove(firstFrame != 0 ? firstFrame : skipsFirst ? registers.Sp : task.StackPointer);
    }

    /// <summary>Goes on to the next frame. False at the end.</summary>
    public bool MoveNext()
    {
        if (!IsDone)
            Outcome = _unwinder.Next(ref _state);
        return !IsDone;
    }

    private void Begin(in StartRegisters registers) => Outcome = _unwinder.Start(registers, out _state);

    private void SkipUntilAbove(ulong firstFrame)
    {
        var includesEqual = (_quirks & QuirkSet.FirstFrameOffByOne) != 0;
        while (!IsDone && (_state.Current.Sp < firstFrame || (_state.Current.Sp == firstFrame && !includesEqual)))
            MoveNext();
    }

    /// <summary>As in 2017: goes on until the stack read last is the first frame's, and the stack pointer above it.</summary>
    private void SkipUntilOnStackAbove<TMemory>(in TMemory memory, ulong firstFrame)
        where TMemory : struct, IStackMemory
    {
        while (!IsDone && (!IsOnStackReadLast(memory, firstFrame) || _state.Current.Sp <= firstFrame))
            MoveNext();
    }

    private readonly bool IsOnStackReadLast<TMemory>(in TMemory memory, ulong address)
        where TMemory : struct, IStackMemory
    {
        var frame = _state.Current;
        return memory.TryFindStack(frame.IpSlot != 0 ? frame.IpSlot : frame.Sp, out var stack) && stack.Contains(address, 8);
    }
}
