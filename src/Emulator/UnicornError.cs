namespace Emulator;

/// <summary>Unicorn's error codes (<c>uc_err</c> in unicorn/unicorn.h).</summary>
public enum UnicornError
{
    /// <summary>No error.</summary>
    Ok = 0,

    /// <summary>Out of memory.</summary>
    NoMemory,

    /// <summary>Unsupported architecture.</summary>
    Architecture,

    /// <summary>Invalid handle.</summary>
    Handle,

    /// <summary>Invalid or unsupported mode.</summary>
    Mode,

    /// <summary>Binding and library are of different versions.</summary>
    Version,

    /// <summary>Read from unmapped memory.</summary>
    ReadUnmapped,

    /// <summary>Write to unmapped memory.</summary>
    WriteUnmapped,

    /// <summary>Fetch from unmapped memory.</summary>
    FetchUnmapped,

    /// <summary>Invalid hook type.</summary>
    Hook,

    /// <summary>Invalid instruction.</summary>
    InvalidInstruction,

    /// <summary>Invalid memory mapping.</summary>
    Map,

    /// <summary>Write to memory that is not writable.</summary>
    WriteProtected,

    /// <summary>Read from memory that is not readable.</summary>
    ReadProtected,

    /// <summary>Fetch from memory that is not executable.</summary>
    FetchProtected,

    /// <summary>Invalid argument.</summary>
    Argument,

    /// <summary>Unaligned read.</summary>
    ReadUnaligned,

    /// <summary>Unaligned write.</summary>
    WriteUnaligned,

    /// <summary>Unaligned fetch.</summary>
    FetchUnaligned,

    /// <summary>A hook for this event exists already.</summary>
    HookExists,

    /// <summary>Insufficient resources.</summary>
    Resource,

    /// <summary>A CPU exception that nobody handled.</summary>
    Exception,
}
