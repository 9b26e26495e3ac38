using Emulator;
using Unwinder.Stacks;

namespace Harness.Loading;

/// <summary>
/// All kernel stacks in one region, each with a page below it that the guest does not see, so that an overflow faults.
/// Sizes are those of 2017, except that interrupt stacks have 8 KiB as they do since 5.16.
/// </summary>
internal sealed class StackArea
{
    private static readonly (StackKind Kind, string Name, ulong Size)[] _plan =
    [
        (StackKind.Task, "task", 0x4000),
        (StackKind.Irq, "irq", 0x4000),
        (StackKind.DoubleFault, "double_fault", 0x2000),
        (StackKind.Nmi, "nmi", 0x2000),
        (StackKind.Debug, "debug", 0x2000),
        (StackKind.MachineCheck, "machine_check", 0x2000),
        (StackKind.Entry, "entry", 0x1000),
    ];

    /// <summary>The stacks of further tasks, behind those; only one task's is there for an unwind at a time.</summary>
    private static readonly string[] _otherTasks = ["task2", "task3"];

    private const ulong TaskStackSize = 0x4000;

    private readonly StackRange[] _ranges;
    private readonly StackRange[] _tasks = new StackRange[TaskCount];

    /// <summary>Maps the stacks into a machine's memory.</summary>
    public StackArea(GuestMemory memory)
    {
        _ranges = new StackRange[_plan.Length];
        var holes = new GuestRange[_plan.Length + _otherTasks.Length];
        var address = GuestLayout.Stacks;
        for (var i = 0; i < _plan.Length; i++)
        {
            holes[i] = new GuestRange(address, GuestLayout.PageSize);
            address += GuestLayout.PageSize;
            _ranges[i] = new StackRange(_plan[i].Kind, address, address + _plan[i].Size);
            address += _plan[i].Size;
        }

        _tasks[0] = _ranges[0];
        for (var i = 0; i < _otherTasks.Length; i++)
        {
            holes[_plan.Length + i] = new GuestRange(address, GuestLayout.PageSize);
            address += GuestLayout.PageSize;
            _tasks[1 + i] = new StackRange(StackKind.Task, address, address + TaskStackSize);
            address += TaskStackSize;
        }

        Region = memory.Map("stacks", GuestLayout.Stacks, address - GuestLayout.Stacks, GuestProtection.Read | GuestProtection.Write, holes);
    }

    /// <summary>How many tasks there can be.</summary>
    public static int TaskCount => 1 + _otherTasks.Length;

    /// <summary>The region that holds all of them.</summary>
    public GuestRegion Region { get; }

    /// <summary>The stacks, ascending.</summary>
    public ReadOnlySpan<StackRange> Ranges => _ranges;

    /// <summary>The number of the task whose stack holds a stack pointer, -1 for none.</summary>
    public int TaskAt(ulong stackPointer) => Array.FindIndex(_tasks, stack => stack.CanHold(stackPointer));

    /// <summary>Makes a task the one that runs.</summary>
    public void SelectTask(int task) => _ranges[0] = _tasks[task];

    /// <summary>Is an address where the first task's stack ends up when it overflows? A large frame may skip the page below the stack.</summary>
    public static bool IsOverflow(ulong address)
    {
        const ulong LargestFrame = 0x10_0000;
        return address - (GuestLayout.Stacks - LargestFrame) < LargestFrame + GuestLayout.PageSize;
    }

    /// <summary>One stack's bounds.</summary>
    public StackRange this[StackKind kind] => Array.Find(_ranges, range => range.Kind == kind);

    /// <summary>
    /// Symbols by which code finds the stacks: <c>__irq_stack_top</c> is the address above the last word of the IRQ stack.
    /// </summary>
    public static IEnumerable<(string Name, ulong Address)> Symbols()
    {
        var address = GuestLayout.Stacks;
        foreach (var (name, size) in _plan.Select(stack => (stack.Name, stack.Size)).Concat(_otherTasks.Select(name => (name, TaskStackSize))))
        {
            address += GuestLayout.PageSize + size;
            yield return ($"__{name}_stack_top", address);
        }
    }
}
