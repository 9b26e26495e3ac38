namespace Undwarf.Quirks;

/// <summary>Who has a quirk.</summary>
public enum QuirkPart
{
    /// <summary>What makes rows of code.</summary>
    Generator,

    /// <summary>What finds callers by rows.</summary>
    Unwinder,
}
