using Unwinder;
using Unwinder.Stacks;

namespace Harness.Fixtures;

/// <summary>What the comment at the top of a fixture says about it.</summary>
internal sealed record FixtureHeader
{
    /// <summary>The header of a file that has none.</summary>
    public static FixtureHeader Default { get; } = new();

    /// <summary>One line: the shape, and why it is hard.</summary>
    public string What { get; init; } = "";

    /// <summary>Of a reported bug: where it was reported or repaired.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Of a reported bug: what was seen, in the words of the report where they are known.</summary>
    public string Symptom { get; init; } = "";

    /// <summary>The function to call.</summary>
    public string Entry { get; init; } = "main";

    /// <summary>Does its code promise frame pointers? Then the analysis checks that it keeps them.</summary>
    public bool PromisesFramePointers { get; init; }

    /// <summary>The most interrupts that its code can stand.</summary>
    public InterruptMode Interrupts { get; init; } = InterruptMode.Nested;

    /// <summary>The unwinder that it is about; null: the one that is asked for.</summary>
    public UnwinderKind? Unwinder { get; init; }

    /// <summary>What should come out.</summary>
    public Expectation Expectation { get; init; }

    /// <summary>
    /// With the fault of <see cref="Expectation"/>, where the callers are wrong: instructions, and return addresses.
    /// </summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>rax when the function has returned, or null when that does not matter.</summary>
    public ulong? Result { get; init; }

    /// <summary>Interrupts that its plain run takes.</summary>
    public IReadOnlyList<InterruptRequest> Requests { get; init; } = [];

    /// <summary>What its exception handlers change in the interrupted registers.</summary>
    public RegisterEdits Edits { get; init; }

    /// <summary>Do its entry stubs copy the hardware's frame elsewhere and return through the copy?</summary>
    public bool CopiesFrames { get; init; }

    /// <summary>The stack on which entries from user mode start: RSP0.</summary>
    public StackKind UserEntryStack { get; init; } = StackKind.Task;

    /// <summary>Can its page fault handler be entered from anywhere in a function? Null: if it is the runtime's.</summary>
    public bool? StandsFaults { get; init; }

    /// <summary>May callers be found in ways that can't be relied on: in code without rows, above a stack's overflow?</summary>
    public bool AllowsGuesses { get; init; }

    /// <summary>The instruction that loads another task's stack pointer; null with one task only.</summary>
    public string? TaskSwitch { get; init; }

    /// <summary>Where a task begins that never ran.</summary>
    public string? ReturnFromFork { get; init; }

    /// <summary>Return addresses that its code replaces; null when it does not.</summary>
    public HookTable? Hooks { get; init; }

    /// <summary>Its copied code.</summary>
    public IReadOnlyList<CopiedCode> Copies { get; init; } = [];

    /// <summary>Does a caller depend on more than registers and stacks? Then nothing of a chain can be remembered.</summary>
    public bool KeepsCallersElsewhere => Hooks is not null;

    /// <summary>Damage to rows that its run does not notice.</summary>
    public IReadOnlyList<SurvivorNote> Survivors { get; init; } = [];

    /// <summary>Rows that no run can use.</summary>
    public IReadOnlyList<UnexecutedRows> Unexecuted { get; init; } = [];

    /// <summary>
    /// The symbols whose code may lie in declared blind spots; null: anywhere that a hint says so. Told here and not by
    /// the table, so that a table that has gone blind is noticed.
    /// </summary>
    public IReadOnlyList<CodePlace>? Blind { get; init; }
}
