namespace Objtool.Analysis.Special;

/// <summary>What an entry of a special section makes of an instruction.</summary>
public enum SpecialEntryKind
{
    /// <summary>Boot code may replace it, and those behind it, with others.</summary>
    Alternative,

    /// <summary>Run-time code makes it a jump, or a nop, as a key is set.</summary>
    JumpLabel,

    /// <summary>A fault in it is repaired by going on elsewhere.</summary>
    ExceptionFixup,
}
