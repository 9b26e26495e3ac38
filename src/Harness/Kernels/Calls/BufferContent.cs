namespace Harness.Kernels.Calls;

/// <summary>What a buffer holds.</summary>
internal abstract record BufferContent
{
    /// <summary>Bytes.</summary>
    public abstract int Size { get; }

    /// <summary>Values in it, in whatever depth.</summary>
    public virtual IEnumerable<CallValue> Values => [];
}

/// <summary><c>"text"</c>, <c>text("no NUL")</c>, <c>bytes(01ff)</c>, <c>zero(64)</c>, <c>out(64)</c>, <c>file(name)</c></summary>
internal sealed record BytesContent(byte[] Bytes) : BufferContent
{
    /// <inheritdoc/>
    public override int Size => Bytes.Length;
}

/// <summary><c>u8(1, 2)</c>, <c>u16</c>, <c>u32</c>, <c>u64</c>: numbers and addresses.</summary>
/// <param name="Width">Bytes of each.</param>
/// <param name="Items">The values.</param>
internal sealed record WordsContent(int Width, IReadOnlyList<CallValue> Items) : BufferContent
{
    /// <inheritdoc/>
    public override int Size => Width * Items.Count;

    /// <inheritdoc/>
    public override IEnumerable<CallValue> Values => Items;
}

/// <summary><c>struct(u64(1), u32(2))</c>: several contents one behind the other, without padding.</summary>
internal sealed record StructContent(IReadOnlyList<BufferContent> Parts) : BufferContent
{
    /// <inheritdoc/>
    public override int Size => Parts.Sum(part => part.Size);

    /// <inheritdoc/>
    public override IEnumerable<CallValue> Values => Parts.SelectMany(part => part.Values);
}

/// <summary>
/// <c>va(1, "two")</c>: a va_list (psABI 3.5.7) whose register part is used up, and behind it the arguments.
/// </summary>
internal sealed record VariableArguments(IReadOnlyList<CallValue> Items) : BufferContent
{
    /// <summary>Bytes of the va_list itself.</summary>
    public const int HeaderSize = 24;

    /// <summary>gp_offset and fp_offset when no register is left.</summary>
    public const ulong NoRegisters = (304UL << 32) | 48;

    /// <inheritdoc/>
    public override int Size => HeaderSize + (8 * Items.Count);

    /// <inheritdoc/>
    public override IEnumerable<CallValue> Values => Items;
}
