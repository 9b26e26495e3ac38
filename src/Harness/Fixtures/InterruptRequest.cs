using Harness.Execution;

namespace Harness.Fixtures;

/// <summary>An interrupt that belongs to a fixture's plain run: <c>irq=symbol+offset#visit</c> in its header.</summary>
/// <param name="Kind">Which.</param>
/// <param name="At">Where, as <see cref="Loading.PointAddress"/> reads it.</param>
internal sealed record InterruptRequest(InterruptKind Kind, string At);
