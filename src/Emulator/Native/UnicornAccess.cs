namespace Emulator.Native;

/// <summary>What a memory hook was called for (<c>uc_mem_type</c> in unicorn/unicorn.h), as far as it is used here.</summary>
internal enum UnicornAccess
{
    ReadUnmapped = 19,
    WriteUnmapped = 20,
    FetchUnmapped = 21,
    WriteProtected = 22,
    ReadProtected = 23,
    FetchProtected = 24,
}
