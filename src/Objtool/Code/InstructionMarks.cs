namespace Objtool.Code;

/// <summary>What the file's annotations and the walk say of an instruction.</summary>
[Flags]
public enum InstructionMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The walk has been here; its state is known.</summary>
    Visited = 1,

    /// <summary>A hint gives the state here, whatever arrives.</summary>
    Hint = 2,

    /// <summary>The state here is wanted again at a later <see cref="Restore"/>.</summary>
    Save = 4,

    /// <summary>The hint is the state of the nearest <see cref="Save"/> before it in the same function.</summary>
    Restore = 8,

    /// <summary>Control does not go on behind it.</summary>
    DeadEnd = 16,

    /// <summary>Its function is excluded from the analysis.</summary>
    Ignored = 32,

    /// <summary>Its alternates are not to be followed.</summary>
    IgnoreAlternates = 64,
}
