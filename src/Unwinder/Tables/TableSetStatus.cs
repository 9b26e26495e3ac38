namespace Unwinder.Tables;

/// <summary>How the setting up of a table set came out.</summary>
public enum TableSetStatus
{
    /// <summary>It has not been set up: nothing can be unwound yet.</summary>
    NotReady,

    /// <summary>Ready.</summary>
    Ready,

    /// <summary>"Bad or missing undwarf table. Disabling unwinder."</summary>
    BadOrMissing,

    /// <summary>"Corrupt undwarf table. Disabling unwinder."</summary>
    Corrupt,
}
