namespace Unwinder.Dwarf.Expressions;

/// <summary>What expressions may read.</summary>
public interface IExpressionMemory
{
    /// <summary>Reads the low <paramref name="size"/> bytes (1 to 8) at an address; false when they are not on a permitted stack.</summary>
    bool TryRead(ulong address, int size, out ulong value);
}
