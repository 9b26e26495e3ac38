namespace Elf;

/// <summary>What a relocation's result is relative to.</summary>
internal enum RelocationBase : byte
{
    /// <summary>Nothing: an absolute value.</summary>
    Zero,

    /// <summary>P, the address of the field.</summary>
    Place,

    /// <summary>The address of the GOT.</summary>
    Got,
}
