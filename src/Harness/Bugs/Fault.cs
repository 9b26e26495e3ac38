using Harness.Fixtures;
using Undwarf.Quirks;

namespace Harness.Bugs;

/// <summary>What is done to a fixture to bring its bug back.</summary>
/// <param name="Quirks">The faults that generator and unwinder have then.</param>
/// <param name="Description">It in words, for a sentence.</param>
/// <param name="Explanation">What goes wrong, in one line; empty when the fixture alone knows.</param>
internal sealed record Fault(QuirkSet Quirks, string Description, string Explanation)
{
    /// <summary>The fault of a fixture, or null when it has none. Its source is assembled with FAULT defined in any case.</summary>
    public static Fault? Of(Fixture fixture) => fixture.Header.Expectation switch
    {
        { Outcome: ExpectedOutcome.Quirk, Quirk: { } quirk } => new(quirk.Flag, $"the quirk {quirk.Name}", quirk.Summary),
        { Outcome: ExpectedOutcome.Fault } => new(QuirkSet.None, "its fault", ""),
        _ => null,
    };
}
