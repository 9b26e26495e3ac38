using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Unwinder;

/// <summary>The 16 general registers, indexed as instructions encode them: rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8 to r15.</summary>
[InlineArray(Count)]
[SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
public struct GeneralRegisters
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    /// <summary>Index of rdx.</summary>
    public const int Dx = 2;

    /// <summary>Index of rsp.</summary>
    public const int Sp = 4;

    /// <summary>Index of rbp.</summary>
    public const int Bp = 5;

    /// <summary>Index of rdi.</summary>
    public const int Di = 7;

    /// <summary>Index of r10.</summary>
    public const int R10 = 10;

    /// <summary>Index of r13.</summary>
    public const int R13 = 13;

    private ulong _first;
}
