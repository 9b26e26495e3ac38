namespace Harness.Commands.Objtool;

/// <summary>What came of one file of many.</summary>
/// <param name="Path">The file.</param>
/// <param name="Result">What the work on it gave; null when it failed.</param>
/// <param name="Failure">Why it failed.</param>
internal sealed record FileOutcome<T>(string Path, T? Result, Exception? Failure)
    where T : class;
