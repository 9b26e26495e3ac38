using Harness.Execution;
using Harness.Fixtures;
using Unwinder;

namespace Harness.Verification;

/// <summary>How fixtures are verified.</summary>
internal sealed record VerificationOptions
{
    /// <summary>Interrupts to deliver, as far as a fixture's header allows.</summary>
    public InterruptMode Interrupts { get; init; }

    /// <summary>What finds the callers.</summary>
    public UnwinderKind Unwinder { get; init; }

    /// <summary>Deliver them at every execution, not once for each way to be at an instruction.</summary>
    public bool EveryVisit { get; init; }

    /// <summary>Instructions after which a run is taken to never end, unless it is interrupted at every execution.</summary>
    public long MaximumInstructions { get; init; } = 500_000_000;

    /// <summary>Instructions after which this run is. An interrupt at every execution is worth some hundred instructions.</summary>
    public long MaximumSteps => EveryVisit ? 100 * MaximumInstructions : MaximumInstructions;

    /// <summary>
    /// Instructions by which points are dealt out to shares, and after which it is written down how far a run is. An
    /// instruction with all interrupts that it is given takes up to a good part of a second.
    /// </summary>
    public int BlockSize => (Interrupts, EveryVisit) switch
    {
        (InterruptMode.Nested, true) => 1,
        (InterruptMode.Nested, false) or (InterruptMode.Each, true) => 64,
        _ => ShareRange.UsualBlockSize,
    };
}
