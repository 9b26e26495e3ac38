using System.Runtime.InteropServices;

namespace Emulator.Native;

/// <summary>
/// Functions that only copy a few bytes of engine state. Inside a hook the switch between GC modes costs more than the
/// call itself, so it is suppressed; that is legal only because these never call back, block, lock or run long.
/// </summary>
internal static unsafe partial class UnicornFast
{
    [LibraryImport(UnicornNative.Library), SuppressGCTransition]
    internal static partial UnicornError uc_reg_read(nint engine, UnicornRegister register, void* value);

    [LibraryImport(UnicornNative.Library), SuppressGCTransition]
    internal static partial UnicornError uc_reg_write(nint engine, UnicornRegister register, void* value);

    [LibraryImport(UnicornNative.Library), SuppressGCTransition]
    internal static partial UnicornError uc_reg_read_batch(nint engine, UnicornRegister* registers, void** values, int count);

    [LibraryImport(UnicornNative.Library), SuppressGCTransition]
    internal static partial UnicornError uc_context_save(nint engine, nint context);

    [LibraryImport(UnicornNative.Library), SuppressGCTransition]
    internal static partial UnicornError uc_context_restore(nint engine, nint context);

    [LibraryImport(UnicornNative.Library), SuppressGCTransition]
    internal static partial UnicornError uc_emu_stop(nint engine);
}
