using Objtool.Decoding;

namespace Harness.Verification.Chains;

/// <summary>What can have happened to the stacks since the last point.</summary>
/// <param name="End">All that was written lies below the stack pointer of the last point plus so many bytes; see <see cref="MemoryWrite"/>.</param>
internal readonly record struct MemoryChange(short End)
{
    /// <summary>Nothing was written.</summary>
    public static MemoryChange None => new(MemoryWrite.Nowhere);

    /// <summary>Anything.</summary>
    public static MemoryChange Any => new(MemoryWrite.Anywhere);

    /// <summary>Was nothing written at <paramref name="address"/> and above?</summary>
    /// <param name="lastSp">The stack pointer of the last point.</param>
    /// <param name="address">The first byte that matters.</param>
    public bool Leaves(ulong lastSp, ulong address) =>
        this == None || (this != Any && unchecked(lastSp + (ulong)End) <= address);
}
