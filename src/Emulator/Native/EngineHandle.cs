using Microsoft.Win32.SafeHandles;

namespace Emulator.Native;

/// <summary>
/// Owns one <c>uc_engine</c>. Only an owner: calls take the raw value, because marshalling a SafeHandle costs three times
/// the call.
/// </summary>
internal sealed unsafe class EngineHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int ArchitectureX86 = 4;
    private const int Mode64 = 8;

    private EngineHandle(nint engine) : base(ownsHandle: true) => SetHandle(engine);

    public static EngineHandle Open()
    {
        nint engine;
        UnicornException.ThrowIfFailed(UnicornNative.uc_open(ArchitectureX86, Mode64, &engine));
        return new EngineHandle(engine);
    }

    protected override bool ReleaseHandle() => UnicornNative.uc_close(handle) == UnicornError.Ok;
}
