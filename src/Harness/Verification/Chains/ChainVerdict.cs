namespace Harness.Verification.Chains;

/// <summary>What the comparison of one whole chain came to.</summary>
internal enum ChainVerdict
{
    /// <summary>Some frame, or the end, is not the true one.</summary>
    Wrong,

    /// <summary>Every frame is right, to the end.</summary>
    Right,

    /// <summary>Every frame is right up to code that is a declared blind spot.</summary>
    Blind,
}
