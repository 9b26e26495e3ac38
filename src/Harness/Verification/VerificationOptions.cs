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

    /// <summary>Instructions after which a run is taken to never end.</summary>
    public long MaximumInstructions { get; init; } = 500_000_000;
}
