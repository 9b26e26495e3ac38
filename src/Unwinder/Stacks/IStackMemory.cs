namespace Unwinder.Stacks;

/// <summary>
/// What an unwinder may see of the machine. Implemented by a struct that the unwinder is specialised for; an array does
/// for tests.
/// </summary>
public interface IStackMemory
{
    /// <summary>The stack that <paramref name="address"/> lies on, if any.</summary>
    bool TryFindStack(ulong address, out StackRange stack);

    /// <summary>
    /// Reads the 8 bytes at <paramref name="address"/>. The unwinder asks only for words inside a stack that
    /// <see cref="TryFindStack"/> gave; false means that the memory is not there all the same.
    /// </summary>
    bool TryReadWord(ulong address, out ulong value);
}
