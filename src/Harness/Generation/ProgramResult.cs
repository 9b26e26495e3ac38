using Harness.Verification;

namespace Harness.Generation;

/// <summary>What came of one program in one setting.</summary>
/// <param name="Kind">The family's name.</param>
/// <param name="Seed">The program.</param>
/// <param name="Setting">How it was made into code.</param>
/// <param name="Outcome">What came out.</param>
/// <param name="Detail">What is wrong, in one line; empty when nothing is.</param>
/// <param name="Checksum">The result on the processor; null when it did not come to its end there.</param>
/// <param name="Counters">What was verified.</param>
/// <param name="BuildSeconds">Generating, compiling and running natively.</param>
/// <param name="VerifySeconds">Analysis and verification.</param>
internal sealed record ProgramResult(
    string Kind, ulong Seed, string Setting, ProgramOutcome Outcome, string Detail, ulong? Checksum,
    VerificationCounters Counters, double BuildSeconds, double VerifySeconds)
{
    /// <summary>Where a failure was kept; null when it was not.</summary>
    public string? Saved { get; init; }
}
