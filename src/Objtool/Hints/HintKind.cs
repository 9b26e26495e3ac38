namespace Objtool.Hints;

/// <summary>What a hint record asks for.</summary>
public enum HintKind : byte
{
    /// <summary>The state is as the record says.</summary>
    State,

    /// <summary>The state is that of a function's first instruction.</summary>
    FunctionEntry,

    /// <summary>This instruction's state is wanted again.</summary>
    Save,

    /// <summary>The state is that of the nearest save before it.</summary>
    Restore,
}
