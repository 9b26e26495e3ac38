using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Emulator.Native;

/// <summary>Zeroed, page-aligned memory of the host that the guest sees in place.</summary>
internal sealed unsafe class HostBuffer : SafeHandleZeroOrMinusOneIsInvalid
{
    internal const int PageSize = 4096;

    public HostBuffer(nuint size) : base(ownsHandle: true)
    {
        var memory = NativeMemory.AlignedAlloc(size, PageSize);
        NativeMemory.Clear(memory, size);
        SetHandle((nint)memory);
    }

    /// <summary>The first byte; valid while this handle is open.</summary>
    public byte* Pointer => (byte*)handle;

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
