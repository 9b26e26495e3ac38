namespace Harness.Verification.Chains;

/// <summary>What can have happened to the stacks since the last point.</summary>
internal enum MemoryChange
{
    /// <summary>Nothing was written.</summary>
    None,

    /// <summary>Nothing but the words between the stack pointer and where it was.</summary>
    Push,

    /// <summary>Anything.</summary>
    Any,
}
