namespace Harness.Mutation.Judgement;

/// <summary>A mutant under judgement.</summary>
internal sealed class JudgedMutant(TableMutant mutant)
{
    private long _lastUse = -1;

    /// <summary>Which.</summary>
    public TableMutant Mutant { get; } = mutant;

    /// <summary>How it was found out; null as long as it was not.</summary>
    public MutantKill? Kill { get; set; }

    /// <summary>Points at which an unwind used what it says otherwise, up to its end.</summary>
    public long Uses { get; private set; }

    /// <summary>Was an instruction interrupted there?</summary>
    public bool IsUsedInterrupted { get; private set; }

    /// <summary>Did a call return there?</summary>
    public bool IsUsedAsReturnSite { get; private set; }

    /// <summary>Did a step come to another result, and the chain was right all the same?</summary>
    public bool HasOtherResult { get; set; }

    /// <summary>Notes that an unwind used it.</summary>
    /// <param name="point">The number of the point: several frames of one chain count once.</param>
    /// <param name="isInterrupted">For an interrupted instruction, not for a return address.</param>
    public void Use(long point, bool isInterrupted)
    {
        if (point != _lastUse)
            Uses++;
        _lastUse = point;
        IsUsedInterrupted |= isInterrupted;
        IsUsedAsReturnSite |= !isInterrupted;
    }
}
