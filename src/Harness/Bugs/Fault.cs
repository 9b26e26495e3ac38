using Harness.Fixtures;
using Undwarf.Quirks;
using Unwinder;

namespace Harness.Bugs;

/// <summary>What is done to a fixture to bring its bug back.</summary>
/// <param name="Quirks">The faults that generator and unwinder have then.</param>
/// <param name="Unwinder">The unwinder to use then; null: the same as without it.</param>
/// <param name="Description">It in words, for a sentence.</param>
/// <param name="Explanation">What goes wrong, in one line; empty when the fixture alone knows.</param>
internal sealed record Fault(QuirkSet Quirks, UnwinderKind? Unwinder, string Description, string Explanation)
{
    /// <summary>Does a fixture reproduce a bug that somebody reported or repaired, rather than one made up to be caught?</summary>
    public static bool IsReportedBug(Fixture fixture) => Of(fixture) is not null && fixture.Header.Reference.Length > 0;

    /// <summary>The fault of a fixture, or null when it has none. Its source is assembled with FAULT defined in any case.</summary>
    public static Fault? Of(Fixture fixture) => fixture.Header.Expectation switch
    {
        { Outcome: ExpectedOutcome.Quirk, Quirk: { } quirk } => new(quirk.Flag, null, $"the quirk {quirk.Name}", quirk.Summary),
        { Outcome: ExpectedOutcome.Fault } => new(QuirkSet.None, null, "its fault", ""),
        { Outcome: ExpectedOutcome.Unwinder, Unwinder: var kind } => new(QuirkSet.None, kind, $"the {UnwinderKinds.NameOf(kind)} unwinder", ""),
        _ => null,
    };
}
