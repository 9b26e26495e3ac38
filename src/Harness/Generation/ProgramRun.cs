using Harness.Verification;

namespace Harness.Generation;

/// <summary>A result with what it was found in, for whoever keeps or prints it.</summary>
/// <param name="Result">What came out.</param>
/// <param name="Source">The generated source; null when there is none.</param>
/// <param name="Setting">How it was made into code.</param>
/// <param name="Report">Of the verification; null when it did not come to that.</param>
internal sealed record ProgramRun(ProgramResult Result, string? Source, ProgramSetting Setting, FixtureReport? Report);
