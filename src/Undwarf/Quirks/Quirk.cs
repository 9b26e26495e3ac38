namespace Undwarf.Quirks;

/// <summary>A fault of the past.</summary>
/// <param name="Flag">It.</param>
/// <param name="Name">What it is called on the command line and in fixtures.</param>
/// <param name="Part">Who has it.</param>
/// <param name="Reference">The commit that repaired it, and the release that has the repair.</param>
/// <param name="IsOf2017">Did undwarf v2 have it? Later code brought others.</param>
/// <param name="Summary">What goes wrong, in one line.</param>
public sealed record Quirk(QuirkSet Flag, string Name, QuirkPart Part, string Reference, bool IsOf2017, string Summary);
