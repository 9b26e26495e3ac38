using System.Reflection;
using System.Runtime.InteropServices;
using Emulator.Native;

namespace Emulator;

/// <summary>Finds libunicorn on this machine.</summary>
public static class UnicornLibrary
{
    /// <summary>The shared object's name as its ABI fixes it; Debian's package libunicorn2 installs it.</summary>
    /// <remarks>The plain <c>libunicorn.so</c> is only the development package's link.</remarks>
    public const string SharedObjectName = "libunicorn.so.2";

    private static readonly Lock _lock = new();
    private static LibraryStatus? _status;

    /// <summary>Says whether the library can be loaded, which version it is, or why it can't be used. Never throws; cheap after the first call.</summary>
    public static LibraryStatus Probe()
    {
        lock (_lock)
            return _status ??= ProbeOnce();
    }

    internal static (nint Library, LibraryStatus Status) Load(string sharedObject)
    {
        if (!NativeLibrary.TryLoad(sharedObject, out var library))
            return (0, new LibraryStatus(null, $"{sharedObject} cannot be loaded"));
        if (!NativeLibrary.TryGetExport(library, nameof(UnicornNative.uc_version), out var export))
            return (0, new LibraryStatus(null, $"{sharedObject} is not Unicorn: it has no uc_version"));
        var version = ReadVersion(export);
        return version.Major == 2
            ? (library, new LibraryStatus(version, null))
            : (0, new LibraryStatus(version, $"{sharedObject} is Unicorn {version}, not 2.x"));
    }

    internal static void ThrowIfUnavailable()
    {
        if (Probe() is { Problem: { } problem })
            throw new DllNotFoundException($"{problem}; install Debian's libunicorn2");
    }

    private static LibraryStatus ProbeOnce()
    {
        var (library, status) = Load(SharedObjectName);
        if (library != 0)
            NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == UnicornNative.Library ? library : 0);
        return status;
    }

    // Bits 31..24 major, 23..16 minor, 15..8 patch; the low byte tells release candidates apart.
    private static unsafe Version ReadVersion(nint export)
    {
        var version = ((delegate* unmanaged[Cdecl]<uint*, uint*, uint>)export)(null, null);
        return new Version((int)(version >> 24), (int)(version >> 16 & 0xff), (int)(version >> 8 & 0xff));
    }
}
