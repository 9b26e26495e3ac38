namespace Objtool.Analysis;

/// <summary>
/// Which kernel an object was built for, where what it says by name or number depends on that: the numbers of hint
/// types, the functions that never return.
/// </summary>
public enum KernelRelease
{
    /// <summary>Up to 6.2; as of 6.1.</summary>
    Linux61,

    /// <summary>6.3.</summary>
    Linux63,

    /// <summary>Since 6.4; as of 6.12.</summary>
    Linux64,
}
