using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Emulator.Native;

namespace Emulator;

// The run loop: from one start of the engine to the next.
public sealed unsafe partial class Machine
{
    private const byte HltOpcode = 0xf4;

    private MachineObserver? _observer;
    private long _stepsLeft;
    private long _deadline;
    private RunStatus? _end;
    private ExceptionInfo? _unhandled;
    private ExceptionDispatchInfo? _thrown;
    private Timer? _timer;

    /// <summary>Runs guest code until something ends the run. To go on with an ended run, pass <see cref="RunResult.Rip"/>.</summary>
    /// <param name="observer">Called at each instruction.</param>
    /// <param name="rip">Where to begin.</param>
    /// <param name="limits">When to give up.</param>
    /// <exception cref="InvalidOperationException">The machine runs already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is negative, or a time of more than 49 days.</exception>
    public RunResult Run(MachineObserver observer, ulong rip, RunLimits limits = default)
    {
        ArgumentNullException.ThrowIfNull(observer);
        ThrowIfRunning();
        var budget = limits.Steps ?? long.MaxValue;
        ArgumentOutOfRangeException.ThrowIfNegative(budget, nameof(limits));
        Begin(observer, budget);
        try
        {
            StartClock(limits.Time);
            var status = RunToEnd(rip);
            return new RunResult(status, _cpu.Rip, budget - Math.Max(_stepsLeft, 0), _unhandled);
        }
        finally
        {
            Finish();
        }
    }

    /// <summary>
    /// Ends the run when the observer's current method returns. The announced instruction is not executed. May be combined
    /// with delivering an event or writing RIP, in any order.
    /// </summary>
    /// <exception cref="InvalidOperationException">The machine is not running.</exception>
    public void Stop()
    {
        if (_observer is null)
            throw new InvalidOperationException("the machine is not running");
        RequestEnd(RunStatus.Stopped);
    }

    /// <summary>
    /// Ends the current run, or the next one when there is none, before its next instruction. The one method for other threads.
    /// </summary>
    public void Cancel() => Interlocked.Or(ref _attention, (int)Attention.Cancelled);

    /// <summary>The timer's thread: asks the hook to look at the clock.</summary>
    internal void NoteTimer() => Interlocked.Or(ref _attention, (int)Attention.TimerFired);

    private void Begin(MachineObserver observer, long budget)
    {
        _observer = observer;
        Memory.IsRunning = true;
        _stepsLeft = budget;
        _deadline = long.MaxValue;
    }

    private void StartClock(TimeSpan? time)
    {
        if (time is not { } limit)
            return;
        _timer ??= new Timer(static machine => ((Machine)machine!).NoteTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(limit, Timeout.InfiniteTimeSpan);
        _deadline = Stopwatch.GetTimestamp() + (long)(limit.TotalSeconds * Stopwatch.Frequency);
    }

    private void Finish()
    {
        if (_deadline != long.MaxValue)
            _timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Interlocked.And(ref _attention, (int)~(Attention.Ending | Attention.Repeated));
        Memory.IsRunning = false;
        _observer = null;
        _end = null;
        _unhandled = null;
        _thrown = null;
    }

    private RunStatus RunToEnd(ulong rip)
    {
        while (true)
        {
            _fault = default;
            _cpu.IsInsideHook = true;
            var error = _engine.Start(rip);
            _cpu.Settle();
            _thrown?.Throw();
            if (_end is { } end)
                return end;
            if (error == UnicornError.Ok)
                return LastInstructionWasHlt() ? RunStatus.Halted : RunStatus.Shutdown;
            Report(Describe(error));
            if (_end is { } endByException)
                return endByException;
            // A handler that can't be fetched faults for ever without one instruction: count these too.
            if (DemandedEnd() is { } demanded)
                return demanded;
            if (--_stepsLeft < 0)
                return RunStatus.BudgetUsedUp;
            rip = _cpu.Rip;
        }
    }

    /// <summary>Asks the observer what to do about an exception.</summary>
    private void Report(in ExceptionInfo exception)
    {
        if (_observer!.OnException(exception) || _end is not null)
            return;
        _unhandled = exception;
        RequestEnd(RunStatus.UnhandledException);
    }

    private void RequestEnd(RunStatus status)
    {
        _end = status;
        if (_cpu.IsInsideHook)
            _cpu.Pending |= HookWork.Stop;
    }

    /// <summary>Whether another thread wants the run to end, and why.</summary>
    private RunStatus? DemandedEnd()
    {
        var attention = (Attention)Volatile.Read(ref _attention);
        if ((attention & Attention.Cancelled) != 0)
        {
            Interlocked.And(ref _attention, (int)~Attention.Cancelled);
            return RunStatus.Cancelled;
        }
        if ((attention & Attention.TimerFired) == 0)
            return null;
        Interlocked.And(ref _attention, (int)~Attention.TimerFired);
        var now = Stopwatch.GetTimestamp();
        if (now >= _deadline)
            return RunStatus.TimeUp;
        // A tick early, or late and meant for an earlier run.
        if (_deadline != long.MaxValue)
            _timer!.Change(Stopwatch.GetElapsedTime(now, _deadline) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        return null;
    }

    private bool LastInstructionWasHlt()
    {
        Span<byte> opcode = stackalloc byte[1];
        return Memory.TryRead(unchecked(_cpu.Rip - 1), opcode) && opcode[0] == HltOpcode;
    }
}
