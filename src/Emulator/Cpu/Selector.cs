namespace Emulator;

/// <summary>The segment selectors of the descriptor table that every machine boots with: those of Linux.</summary>
public static class Selector
{
    /// <summary>64-bit code, privilege 0.</summary>
    public const ushort KernelCode = 0x10;

    /// <summary>Data, privilege 0.</summary>
    public const ushort KernelData = 0x18;

    /// <summary>Data, privilege 3.</summary>
    public const ushort UserData = 0x2b;

    /// <summary>64-bit code, privilege 3.</summary>
    public const ushort UserCode = 0x33;

    /// <summary>The task state segment.</summary>
    public const ushort TaskState = 0x40;
}
