using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Emulator.Native;

/// <summary>Zeroed pages of the host that the guest sees in place.</summary>
/// <remarks>
/// Straight from the kernel: zeroed on demand rather than all at once, given back when closed where an allocator would keep
/// and split them, and a late access faults instead of hitting someone else's memory.
/// </remarks>
internal sealed unsafe partial class HostBuffer : SafeHandleZeroOrMinusOneIsInvalid
{
    internal const int PageSize = 4096;

    private const string LibC = "libc.so.6";
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly nuint _size;

    public HostBuffer(nuint size) : base(ownsHandle: true)
    {
        _size = size;
        SetHandle(mmap(0, size, ReadWrite, PrivateAnonymous, file: -1, offset: 0));
        if (IsInvalid)
            throw new UnicornException(UnicornError.NoMemory, $"no {size} bytes for guest memory");
    }

    /// <summary>The first byte; valid while this handle is open.</summary>
    public byte* Pointer => (byte*)handle;

    protected override bool ReleaseHandle() => munmap(handle, _size) == 0;

    [LibraryImport(LibC)]
    private static partial nint mmap(nint address, nuint size, int protection, int flags, int file, long offset);

    [LibraryImport(LibC)]
    private static partial int munmap(nint address, nuint size);
}
