using Elf;

namespace Objtool.Code;

/// <summary>A function symbol and the instructions it covers.</summary>
public sealed class CodeFunction
{
    internal CodeFunction(in ElfSymbol symbol, CodeSection section)
    {
        Name = symbol.Name;
        Section = section;
        Offset = symbol.Value;
        Length = symbol.Size;
        Binding = symbol.Binding;
        Symbol = symbol.Index;
        Parent = this;
        Canonical = this;
    }

    /// <summary>Number in <see cref="ObjectCode.Functions"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Name of the symbol.</summary>
    public string Name { get; }

    /// <summary>Number of the symbol in .symtab.</summary>
    public int Symbol { get; }

    /// <summary>Where it lies.</summary>
    public CodeSection Section { get; }

    /// <summary>Offset of its first instruction in the section.</summary>
    public ulong Offset { get; }

    /// <summary>Bytes; 0 when the symbol has no size.</summary>
    public ulong Length { get; internal set; }

    /// <summary>One past its last byte, as an offset in the section.</summary>
    public ulong End => unchecked(Offset + Length);

    /// <summary>Local, global or weak.</summary>
    public SymbolBinding Binding { get; }

    /// <summary>The function that a part split off it belongs to (<c>f.cold</c>: <c>f</c>); otherwise itself.</summary>
    public CodeFunction Parent { get; private set; }

    /// <summary>The part that was split off this function, if any.</summary>
    public CodeFunction? ColdPart { get; private set; }

    /// <summary>The first symbol of the same place and size; otherwise itself.</summary>
    public CodeFunction Canonical { get; internal set; }

    /// <summary>Excluded from the analysis by STACK_FRAME_NON_STANDARD.</summary>
    public bool IsIgnored { get; internal set; }

    /// <summary>
    /// Not a function but room before one, for a type or for patching, with a symbol of its own: it runs into the function.
    /// </summary>
    public bool IsPrefix => Name.StartsWith("__pfx_", StringComparison.Ordinal) || Name.StartsWith("__cfi_", StringComparison.Ordinal);

    /// <summary>A part that the compiler moved away because it is rarely executed.</summary>
    public bool IsColdPart => Parent != this;

    /// <summary>Makes <paramref name="part"/> a part of this function.</summary>
    internal void Adopt(CodeFunction part)
    {
        part.Parent = this;
        ColdPart = part;
    }

    /// <summary>By section, then by offset, shorter ones first, then in the order of the symbol table.</summary>
    internal int CompareTo(CodeFunction other)
    {
        if (Section != other.Section)
            return Section.Section.Index.CompareTo(other.Section.Section.Index);
        if (Offset != other.Offset)
            return Offset.CompareTo(other.Offset);
        return Length != other.Length ? Length.CompareTo(other.Length) : Symbol.CompareTo(other.Symbol);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
