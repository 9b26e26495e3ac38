using Emulator;
using Harness.Fixtures;
using Harness.Loading;
using Unwinder.Tasks;

namespace Harness.Execution;

/// <summary>
/// The tasks of a run: each has a stack and a shadow stack of its own. The fixture says which instruction loads the stack
/// pointer of another; what lies there when control comes is a task that slept until now, or one that never ran.
/// </summary>
internal sealed class GuestTasks
{
    private readonly GuestContext _context;
    private readonly PointObserver _observer;
    private readonly ShadowStack _shadow;
    private readonly ulong _switch;
    private readonly ulong _returnFromFork;
    private readonly ShadowStack?[] _asleep = new ShadowStack?[StackArea.TaskCount];
    private int _current;
    private ulong _behindSwitch;

    private GuestTasks(GuestContext context, PointObserver observer, ShadowStack shadow, ulong switchAt, ulong returnFromFork)
    {
        _context = context;
        _observer = observer;
        _shadow = shadow;
        _switch = switchAt;
        _returnFromFork = returnFromFork;
    }

    /// <summary>The tasks of a fixture that has several; null for any other.</summary>
    /// <exception cref="InputException">Its header names a place that does not exist.</exception>
    public static GuestTasks? Of(FixtureHeader header, GuestContext context, PointObserver observer, ShadowStack shadow) => header.TaskSwitch is { } place
        ? new GuestTasks(context, observer, shadow, PointAddress.Parse(place, context.Image.Symbols).Rip, header.ReturnFromFork is { } name ? context.Image.Require(name) : 0)
        : null;

    /// <summary>Looks whether the task changes. True when it just has: the shadow stack is the other's.</summary>
    /// <param name="rip">The instruction about to execute.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="isObserved">Is the observer to look at tasks here?</param>
    public bool Follow(ulong rip, uint length, bool isObserved)
    {
        var task = rip == _behindSwitch ? _context.Stacks.TaskAt(_context.Machine.Cpu.Rsp) : -1;
        var changes = task >= 0 && task != _current;
        if (changes)
            ChangeTo(task, isObserved);

        _behindSwitch = 0;
        if (rip == _switch)
        {
            if (isObserved)
                _observer.OnTaskAsleep(new InactiveTask(_context.Machine.Cpu.Rsp, _returnFromFork));
            _behindSwitch = rip + length;
        }

        return changes;
    }

    private void ChangeTo(int task, bool isObserved)
    {
        var leaving = new ShadowStack();
        leaving.Exchange(_shadow);
        _asleep[_current] = leaving;
        _current = task;
        _context.Stacks.SelectTask(task);

        var stackPointer = _context.Machine.Cpu.Rsp;
        if (_asleep[task] is { } coming)
            _shadow.Exchange(coming);
        else
            BeginAtFork(stackPointer);
        if (isObserved)
            _observer.OnTaskAsleep(new InactiveTask(stackPointer, _returnFromFork));
    }

    /// <summary>What the fork put on the new stack: registers for the switch to restore, and where to begin.</summary>
    private void BeginAtFork(ulong stackPointer)
    {
        Gpr[] order = [Gpr.R15, Gpr.R14, Gpr.R13, Gpr.R12, Gpr.Rbx, Gpr.Rbp];
        var registers = _context.Machine.Cpu.Registers;
        var region = _context.Stacks.Region;
        for (var i = 0; i < order.Length; i++)
            registers[order[i]] = region.TryReadWord(stackPointer + (8 * (ulong)i), out var word) ? word : 0;
        var slot = stackPointer + InactiveTask.FrameSize - 8;
        _shadow.Push(
            new ShadowFrame
            {
                Ip = region.TryReadWord(slot, out var begin) ? begin : 0,
                Sp = stackPointer + InactiveTask.FrameSize,
                Bp = registers[Gpr.Rbp],
                IpSlot = slot,
            },
            registers);
    }
}
