using Microsoft.Win32.SafeHandles;

namespace Emulator.Native;

/// <summary>Owns one <c>uc_context</c>: a copy of the CPU's state that can be put back into the engine it came from.</summary>
internal sealed unsafe class ContextHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    // struct uc_context { size_t context_size; uc_mode mode; uc_arch arch; char data[]; }
    public const int HeaderSize = 16;

    private ContextHandle(nint context) : base(ownsHandle: true) => SetHandle(context);

    /// <summary>The copy of CPUX86State; valid while this handle is open.</summary>
    public byte* Image => (byte*)handle + HeaderSize;

    public static ContextHandle Allocate(nint engine)
    {
        nint context;
        UnicornException.ThrowIfFailed(UnicornNative.uc_context_alloc(engine, &context));
        return new ContextHandle(context);
    }

    protected override bool ReleaseHandle() => UnicornNative.uc_context_free(handle) == UnicornError.Ok;
}
