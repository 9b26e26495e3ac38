namespace Objtool.StackStates;

/// <summary>base + offset: an address on the stack, or the place where a register was saved.</summary>
public readonly record struct Location(StackBase Base, int Offset)
{
    /// <summary>Member by member; written out, since the generated comparison goes through the enum's comparer.</summary>
    public bool Equals(Location other) => Base == other.Base && Offset == other.Offset;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(((int)Base * 397) ^ Offset);

    /// <summary>No such place.</summary>
    public static Location None => new(StackBase.Undefined, 0);

    /// <summary>offset bytes from the CFA; saved registers lie below it.</summary>
    public static Location FromCfa(int offset) => new(StackBase.Cfa, offset);

    /// <summary>Is there such a place?</summary>
    public bool IsDefined => Base != StackBase.Undefined;

    /// <summary>The place as an expression: <c>sp+16</c>, <c>(bp-8)</c>, <c>undefined</c>.</summary>
    public override string ToString() => Base switch
    {
        StackBase.Undefined => "undefined",
        StackBase.SpIndirect => $"(sp{Offset:+0;-0;+0})",
        StackBase.BpIndirect => $"(bp{Offset:+0;-0;+0})",
        _ => $"{Base.ToString().ToLowerInvariant()}{Offset:+0;-0;+0}",
    };
}
