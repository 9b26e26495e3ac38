using Harness.Execution;
using Harness.Verification.Results;

namespace Harness.Verification.Scheduling;

/// <summary>How far a share of a fixture's points is.</summary>
/// <param name="Range">What is left of it.</param>
/// <param name="IsDone">Is nothing left?</param>
/// <param name="Result">What came of the rest; null when nothing was done yet.</param>
internal sealed record UnitState(ShareRange Range, bool IsDone, FixtureResult? Result);
