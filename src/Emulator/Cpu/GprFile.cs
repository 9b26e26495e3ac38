using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Emulator;

/// <summary>A copy of the 16 general purpose registers.</summary>
[InlineArray(Count)]
[SuppressMessage("Performance", "CA1815", Justification = "Equality is defined below.")]
public struct GprFile : IEquatable<GprFile>
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    private ulong _first;

    /// <summary>One register's value.</summary>
    public ulong this[Gpr register]
    {
        readonly get => this[(int)register];
        set => this[(int)register] = value;
    }

    /// <inheritdoc/>
    public readonly bool Equals(GprFile other) => ((ReadOnlySpan<ulong>)this).SequenceEqual(other);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is GprFile other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes((ReadOnlySpan<ulong>)this));
        return hash.ToHashCode();
    }

    /// <summary>Whether all registers are equal.</summary>
    public static bool operator ==(GprFile left, GprFile right) => left.Equals(right);

    /// <summary>Whether any register differs.</summary>
    public static bool operator !=(GprFile left, GprFile right) => !left.Equals(right);
}
