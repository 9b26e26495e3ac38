namespace Elf;

/// <summary>Which 64-bit results a field of n bits can hold.</summary>
internal enum RelocationRange : byte
{
    /// <summary>All: a 64-bit field wraps as addresses do.</summary>
    Any,

    /// <summary>-2^(n-1) to 2^(n-1) - 1</summary>
    Signed,

    /// <summary>0 to 2^n - 1</summary>
    Unsigned,

    /// <summary>
    /// -2^n to 2^n - 1. The psABI gives no rule for 8 and 16 bits; this is ld's, for code whose addresses wrap at
    /// 64 KiB. lld draws the lower border at -2^(n-1).
    /// </summary>
    Wrapping,
}
