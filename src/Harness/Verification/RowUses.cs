namespace Harness.Verification;

/// <summary>
/// How rows were used, as a text with a digit for each: 1 as interrupted, 2 as the place that a call returns to, 3 both, 0
/// not at all.
/// </summary>
internal static class RowUses
{
    private const int Interrupted = 1;
    private const int ReturnedTo = 2;

    /// <summary>The text for rows in order.</summary>
    public static string Write(IEnumerable<(bool IsInterrupted, bool IsReturnedTo)> uses) =>
        string.Concat(uses.Select(use => (char)('0' + (use.IsInterrupted ? Interrupted : 0) + (use.IsReturnedTo ? ReturnedTo : 0))));

    /// <summary>How many rows were used as interrupted.</summary>
    public static int CountInterrupted(string uses) => uses.Count(use => (use & Interrupted) != 0);

    /// <summary>How many rows were used as a place that a call returns to.</summary>
    public static int CountReturnedTo(string uses) => uses.Count(use => (use & ReturnedTo) != 0);

    /// <summary>The uses of several runs of the same rows together; a run that has none to tell of is left out.</summary>
    public static string Join(IEnumerable<string> runs) =>
        runs.Where(run => run.Length > 0).Aggregate("", (all, run) => all.Length == 0 ? run : string.Concat(all.Zip(run, (one, other) => (char)(one | other))));
}
