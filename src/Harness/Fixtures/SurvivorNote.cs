namespace Harness.Fixtures;

/// <summary>Why damage to rows goes unnoticed when a fixture runs.</summary>
/// <param name="Place">Where the rows begin.</param>
/// <param name="Kind">The kind of damage, as the command line has it.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record SurvivorNote(CodePlace Place, string Kind, string Reason)
{
    /// <summary>Reads <c>main+0x12 bp-reg reason</c>; for the place see <see cref="CodePlace.Parse"/>.</summary>
    /// <exception cref="FormatException">Something else.</exception>
    public static SurvivorNote Parse(string text) =>
        text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [var place, var kind, var reason]
            ? new SurvivorNote(CodePlace.Parse(place), kind, reason)
            : throw new FormatException($"survives {text}: expected a place, a kind of damage and a reason");
}
