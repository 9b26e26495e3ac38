namespace Unwinder;

/// <summary>The ways to find callers.</summary>
public enum UnwinderKind
{
    /// <summary>By undwarf rows.</summary>
    Undwarf,

    /// <summary>By the chain of frame pointers.</summary>
    FramePointer,

    /// <summary>By whatever on the stack looks like a return address.</summary>
    Guess,

    /// <summary>By DWARF call frame information.</summary>
    Dwarf,
}
