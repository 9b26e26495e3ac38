namespace Unwinder.Stacks;

/// <summary>
/// One stack: the bytes from <paramref name="Begin"/> up to, not including, <paramref name="End"/> (0 for a stack that
/// reaches the end of the address space).
/// </summary>
public readonly record struct StackRange(StackKind Kind, ulong Begin, ulong End)
{
    /// <summary>Do all <paramref name="length"/> bytes (at least 1) from <paramref name="address"/> lie on this stack?</summary>
    public bool Contains(ulong address, ulong length) => unchecked(address - Begin < End - Begin && length <= End - address);

    /// <summary>A stack pointer may also stand at the end: the stack is then empty.</summary>
    public bool CanHold(ulong stackPointer) => unchecked(stackPointer - Begin <= End - Begin);

    /// <summary>Kind and bounds: <c>Task [0xffffc90000004000, 0xffffc90000008000)</c>.</summary>
    public override string ToString() => $"{Kind} [0x{Begin:x}, 0x{End:x})";
}
