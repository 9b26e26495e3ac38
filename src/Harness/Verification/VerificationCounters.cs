namespace Harness.Verification;

/// <summary>What a verification has done.</summary>
internal record struct VerificationCounters
{
    /// <summary>Instructions that were about to execute, in kernel and user mode.</summary>
    public long Instructions;

    /// <summary>Points at which the whole chain was unwound and compared.</summary>
    public long Points;

    /// <summary>Callers that were found and compared, over all points.</summary>
    public long Frames;

    /// <summary>Points at which the chain runs into a declared blind spot.</summary>
    public long BlindPoints;

    /// <summary>Interrupts delivered.</summary>
    public long Interrupts;

    /// <summary>The fixture's rows that can be come to.</summary>
    public int Rows;

    /// <summary>Those of them that were used.</summary>
    public int RowsUsed;

    /// <summary>Those that were used for an interrupted instruction.</summary>
    public int RowsInterrupted;

    /// <summary>Those that were used for a place that a call returns to.</summary>
    public int RowsReturnedTo;

    /// <summary>Those that the fixture's header says can't be executed, and why.</summary>
    public int RowsDeclared;

    /// <summary>All of some.</summary>
    public static VerificationCounters Sum(IEnumerable<VerificationCounters> all)
    {
        var sum = default(VerificationCounters);
        foreach (var counters in all)
            sum.Add(counters);
        return sum;
    }

    /// <summary>Adds another's.</summary>
    public void Add(in VerificationCounters other)
    {
        Instructions += other.Instructions;
        Points += other.Points;
        Frames += other.Frames;
        BlindPoints += other.BlindPoints;
        Interrupts += other.Interrupts;
        Rows += other.Rows;
        RowsUsed += other.RowsUsed;
        RowsInterrupted += other.RowsInterrupted;
        RowsReturnedTo += other.RowsReturnedTo;
        RowsDeclared += other.RowsDeclared;
    }
}
