namespace Harness.Generation;

/// <summary>The words for outcomes, and what they mean for a run as a whole.</summary>
internal static class ProgramOutcomes
{
    private static readonly (ProgramOutcome Outcome, string Name)[] _names =
    [
        (ProgramOutcome.Clean, "clean"),
        (ProgramOutcome.UnreachableCode, "unreachable code"),
        (ProgramOutcome.TooLong, "too long"),
        (ProgramOutcome.StackOverflow, "stack overflow"),
        (ProgramOutcome.WrongFrames, "wrong frames"),
        (ProgramOutcome.Warning, "warning"),
        (ProgramOutcome.WrongResult, "wrong result"),
        (ProgramOutcome.OtherResult, "other result"),
        (ProgramOutcome.Fault, "fault"),
        (ProgramOutcome.NotBuilt, "not built"),
    ];

    /// <summary>All of them, harmless ones first.</summary>
    public static IEnumerable<ProgramOutcome> All => _names.Select(entry => entry.Outcome);

    /// <summary>The word for one.</summary>
    public static string NameOf(ProgramOutcome outcome) => Array.Find(_names, entry => entry.Outcome == outcome).Name;

    /// <summary>Is it something to look into, rather than a program that says nothing?</summary>
    public static bool IsFinding(ProgramOutcome outcome) => outcome > ProgramOutcome.StackOverflow;
}
