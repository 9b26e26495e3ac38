namespace Harness.Verification.Scores;

/// <summary>The kinds of place that an unwind starts from: what unwinders differ in.</summary>
internal enum PlaceKind
{
    /// <summary>A function's first instructions, up to where its frame is made.</summary>
    Prologue,

    /// <summary>Between.</summary>
    Body,

    /// <summary>From where the frame is taken down to the return.</summary>
    Epilogue,

    /// <summary>A function that calls nothing.</summary>
    Leaf,

    /// <summary>Code that is not called: stubs of interrupts and system calls, whatever they interrupted, and the root.</summary>
    EntryCode,

    /// <summary>Functions that have interrupted kernel code among their callers.</summary>
    InterruptFrame,
}
