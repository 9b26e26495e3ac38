namespace Emulator;

/// <summary>What an instruction tried with memory when it faulted.</summary>
public enum MemoryAccess
{
    /// <summary>The exception has nothing to do with memory.</summary>
    None,

    /// <summary>A data read.</summary>
    Read,

    /// <summary>A data write, or a read-modify-write that failed at its write.</summary>
    Write,

    /// <summary>An instruction fetch.</summary>
    Fetch,
}
