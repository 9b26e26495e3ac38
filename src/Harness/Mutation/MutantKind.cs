namespace Harness.Mutation;

/// <summary>What is wrong with a mutant's row.</summary>
internal enum MutantKind
{
    /// <summary>The CFA is counted from another register.</summary>
    CfaRegister,

    /// <summary>The CFA is 8 or 16 bytes off.</summary>
    CfaOffset,

    /// <summary>The caller's rbp is looked for by another register.</summary>
    BpRegister,

    /// <summary>It is looked for 8 bytes off.</summary>
    BpOffset,

    /// <summary>Another thing is said to lie at the CFA. The signal bit goes with the type, as in the formats without one.</summary>
    Type,

    /// <summary>The outermost frame is none, or another is.</summary>
    End,

    /// <summary>The next ip is looked up at its place instead of one byte before, or the other way round.</summary>
    Signal,

    /// <summary>The row is missing: the one before it holds on.</summary>
    Deleted,

    /// <summary>The row begins an instruction earlier.</summary>
    MovedEarlier,

    /// <summary>The row begins an instruction later.</summary>
    MovedLater,

    /// <summary>Behind the row stands a second one for the same place, which says something else and so wins.</summary>
    Duplicated,
}
