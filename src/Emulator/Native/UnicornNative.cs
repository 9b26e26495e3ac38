using System.Runtime.InteropServices;

namespace Emulator.Native;

/// <summary>
/// The functions of <c>libunicorn.so.2</c> that may run guest code, call back, block or take long. Those that can do
/// none of these are in <see cref="UnicornFast"/>.
/// </summary>
internal static unsafe partial class UnicornNative
{
    /// <summary>The name that <see cref="UnicornLibrary"/> resolves to the installed library.</summary>
    internal const string Library = "unicorn";

    [LibraryImport(Library)]
    internal static partial uint uc_version(uint* major, uint* minor);

    [LibraryImport(Library)]
    internal static partial byte* uc_strerror(UnicornError error);

    [LibraryImport(Library)]
    internal static partial UnicornError uc_open(int architecture, int mode, nint* engine);

    [LibraryImport(Library)]
    internal static partial UnicornError uc_close(nint engine);

    [LibraryImport(Library)]
    internal static partial UnicornError uc_mem_map_ptr(nint engine, ulong address, nuint size, GuestProtection protection, void* host);

    [LibraryImport(Library)]
    internal static partial UnicornError uc_mem_unmap(nint engine, ulong address, nuint size);

    [LibraryImport(Library)]
    internal static partial UnicornError uc_emu_start(nint engine, ulong begin, ulong until, ulong timeout, nuint count);

    // Variadic in C. With integer arguments only, the System V convention passes a variadic call like this one.
    [LibraryImport(Library)]
    internal static partial UnicornError uc_hook_add(nint engine, nuint* hook, UnicornHook type, void* callback, void* user, ulong begin, ulong end);

    // Variadic in C, see above.
    [LibraryImport(Library, EntryPoint = "uc_ctl")]
    internal static partial UnicornError uc_ctl_range(nint engine, uint control, ulong begin, ulong end);

    [LibraryImport(Library)]
    internal static partial UnicornError uc_context_alloc(nint engine, nint* context);

    [LibraryImport(Library)]
    internal static partial UnicornError uc_context_free(nint context);

    [LibraryImport(Library)]
    internal static partial nuint uc_context_size(nint engine);

    // Writing FS, GS or a descriptor table register may walk guest memory, which may call hooks: not in the fast set.
    [LibraryImport(Library)]
    internal static partial UnicornError uc_reg_write(nint engine, UnicornRegister register, void* value);
}
