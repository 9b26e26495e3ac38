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

    /// <summary>
    /// The word by which a chain of stacks goes on to the interrupted one: the IRQ stack's uppermost word, the stack
    /// pointer in the hardware frame at the top of an IST stack. Null: it does not go on.
    /// </summary>
    public ulong? AddressOfLink => Kind switch
    {
        StackKind.Irq => unchecked(End - 8),
        StackKind.DoubleFault or StackKind.Nmi or StackKind.Debug or StackKind.MachineCheck => unchecked(End - 16),
        _ => null,
    };

    /// <summary>Kind and bounds: <c>Task [0xffffc90000004000, 0xffffc90000008000)</c>.</summary>
    public override string ToString() => $"{Kind} [0x{Begin:x}, 0x{End:x})";
}
