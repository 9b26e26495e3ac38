namespace Harness.Verification.Chains;

/// <summary>What of a frame an unwinder claims to know.</summary>
internal enum ComparedFields
{
    /// <summary>Everything: ip and where it stands, stack pointer, rbp, registers, that it can be relied on, and the end.</summary>
    Everything,

    /// <summary>The ip and where it stands. Where the chain ends does not matter, if no caller is missing.</summary>
    Addresses,
}
