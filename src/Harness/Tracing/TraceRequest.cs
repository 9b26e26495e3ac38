using Harness.Execution;
using Harness.Fixtures;
using Harness.Loading.Patching;
using Unwinder;

namespace Harness.Tracing;

/// <summary>What to trace.</summary>
/// <param name="At">The point to show in full, as <see cref="PointAddress"/> reads it; null for a listing of all.</param>
internal sealed record TraceRequest(string? At = null)
{
    /// <summary>Interrupts to deliver, each inside the one before it.</summary>
    public IReadOnlyList<InterruptRequest> Nest { get; init; } = [];

    /// <summary>
    /// Interrupts to deliver besides, as a verification does: what they leave below the stack pointer may be what was
    /// wrong there.
    /// </summary>
    public InterruptMode Interrupts { get; init; }

    /// <summary>What finds the callers.</summary>
    public UnwinderKind Unwinder { get; init; }

    /// <summary>Deliver those at every execution.</summary>
    public bool EveryVisit { get; init; }

    /// <summary>The state that the code is in.</summary>
    public CodeVariant Variant { get; init; }

    /// <summary>List each instruction once, not once for each nearest caller.</summary>
    public bool EachInstructionOnce { get; init; }
}
