namespace Undwarf;

/// <summary>The two ways in which generators have chosen where to write rows.</summary>
public enum TableGeneration
{
    /// <summary>
    /// 2017 to 5.11: a row at a section's first instruction and wherever an instruction's differs from the one before;
    /// a terminator behind the last instruction of every section.
    /// </summary>
    PerInstruction,

    /// <summary>
    /// Since 5.12 (ab4e0744e99b): a row wherever it differs from the last one written, which is undefined to begin with;
    /// a terminator at the end of sections that have rows.
    /// </summary>
    SinceLastRow,
}
