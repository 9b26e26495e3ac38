namespace Harness.Commands.Objtool;

/// <summary>What a report keeps of one file: text alone, so that the analysis of one file of thousands can be forgotten.</summary>
/// <param name="Warnings">How many warnings there are.</param>
/// <param name="Lines">Them as text.</param>
/// <param name="Json">Them as values to be written as JSON.</param>
internal sealed record FileFindings(int Warnings, IReadOnlyList<string> Lines, IReadOnlyList<object> Json);
