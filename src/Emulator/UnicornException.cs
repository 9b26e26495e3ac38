using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emulator.Native;

namespace Emulator;

/// <summary>
/// Unicorn refused a call, or this build of it keeps its state where the machine cannot work with it. Never thrown for
/// anything that guest code does: that is a <see cref="RunResult"/>.
/// </summary>
public sealed class UnicornException : Exception
{
    internal UnicornException(UnicornError error, string message) : base(message) => Error = error;

    /// <summary>The library's code; <see cref="UnicornError.Ok"/> when the machine itself found the fault.</summary>
    public UnicornError Error { get; }

    internal static void ThrowIfFailed(UnicornError error, [CallerArgumentExpression(nameof(error))] string call = "")
    {
        if (error != UnicornError.Ok)
            Throw(error, call);
    }

    private static unsafe void Throw(UnicornError error, string call)
    {
        var name = call.IndexOf('(', StringComparison.Ordinal) is var end and > 0 ? call[..end] : call;
        throw new UnicornException(error, $"{name}: {Marshal.PtrToStringUTF8((nint)UnicornNative.uc_strerror(error))}");
    }
}
