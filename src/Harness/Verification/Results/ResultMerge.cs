namespace Harness.Verification.Results;

/// <summary>Joins what shares of one fixture came to.</summary>
internal static class ResultMerge
{
    /// <summary>What the shares' union comes to.</summary>
    /// <param name="parts">Results of one fixture whose shares don't overlap; at least one.</param>
    public static FixtureResult Join(IReadOnlyList<FixtureResult> parts)
    {
        if (parts.Count == 1)
            return parts[0];

        var unused = UnusedByAll(parts);
        var counters = default(VerificationCounters);
        foreach (var part in parts)
            counters.Add(part.Counters);
        counters.Rows = parts.Max(part => part.Counters.Rows);
        counters.RowsUsed = counters.Rows - unused.Length;
        counters.RowsDeclared = unused.Count(row => row.Reason.Length > 0);
        var uses = RowUses.Join(parts.Select(part => part.RowUses));
        counters.RowsInterrupted = RowUses.CountInterrupted(uses);
        counters.RowsReturnedTo = RowUses.CountReturnedTo(uses);

        var joined = parts.MaxBy(part => part.RunLength)! with
        {
            Seconds = parts.Sum(part => part.Seconds),
            Counters = counters,
            WrongPoints = parts.Sum(part => part.WrongPoints),
            EndedEarly = parts.Any(part => part.EndedEarly),
            Failures = [.. parts.SelectMany(part => part.Failures).Distinct()],
            QuirkProblem = parts.Select(part => part.QuirkProblem).FirstOrDefault(problem => problem is not null),
            Findings = FirstOfEach(parts),
            UnusedRows = unused,
            RowUses = uses,
        };

        // Whether a quirk makes it fail is not asked of a fixture that fails as it is; a share can't know that of others.
        return joined.WrongPoints > 0 || joined.Failures.Count > 0 ? joined with { QuirkProblem = null } : joined;
    }

    /// <summary>
    /// Did all that ran to their end execute the same instructions? Otherwise the shares need not make up a whole.
    /// </summary>
    public static bool RanTheSame(IEnumerable<FixtureResult> parts) =>
        parts.Where(part => !part.EndedEarly).Select(part => (part.Hash, part.RunLength, part.RunPath)).Distinct().Count() <= 1;

    /// <summary>Each share keeps the first of each place and row, so the first of all is among them.</summary>
    private static ResultFinding[] FirstOfEach(IEnumerable<FixtureResult> parts) =>
    [
        .. parts.SelectMany(part => part.Findings)
            .OrderBy(finding => finding.Instruction).ThenBy(finding => finding.Sequence)
            .DistinctBy(finding => (finding.Rip, finding.Row))
            .Take(VerifyingObserver.MaximumKept),
    ];

    private static UnusedRow[] UnusedByAll(IReadOnlyList<FixtureResult> parts)
    {
        // A share that did not run has no rows to tell of.
        var counted = parts.Where(part => part.Counters.Rows > 0).ToArray();
        if (counted.Length == 0)
            return [];
        var common = counted[0].UnusedRows.Select(row => row.Row).ToHashSet();
        foreach (var part in counted.Skip(1))
            common.IntersectWith(part.UnusedRows.Select(row => row.Row));
        return [.. counted[0].UnusedRows.Where(row => common.Contains(row.Row))];
    }
}
