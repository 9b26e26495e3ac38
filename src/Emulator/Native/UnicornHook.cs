namespace Emulator.Native;

/// <summary>Hook kinds (<c>uc_hook_type</c> in unicorn/unicorn.h), as far as they are used here.</summary>
[Flags]
internal enum UnicornHook
{
    /// <summary>Interrupts and the exceptions that Unicorn reports like them.</summary>
    Interrupt = 1 << 0,

    /// <summary>Before every instruction.</summary>
    Code = 1 << 2,

    /// <summary>Any access to unmapped memory or against a region's protection: bits 4 to 9.</summary>
    InvalidMemory = 0x3f << 4,
}
