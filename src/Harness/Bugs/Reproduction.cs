using Harness.Fixtures;
using Harness.Verification;

namespace Harness.Bugs;

/// <summary>A reported bug, run without its fault and with it.</summary>
/// <param name="Fixture">The bug.</param>
/// <param name="Fault">What brought it back.</param>
/// <param name="Repaired">Without the fault, as thoroughly as was asked for.</param>
/// <param name="Faulty">With it, in the plain run; null when the repaired run failed already.</param>
/// <param name="Problem">Why this is no reproduction, or null.</param>
internal sealed record Reproduction(Fixture Fixture, Fault Fault, FixtureReport Repaired, FixtureReport? Faulty, string? Problem)
{
    /// <summary>Right without the fault, and wrong with it exactly where the fixture says?</summary>
    public bool IsReproduced => Repaired.Passed && Problem is null;
}
