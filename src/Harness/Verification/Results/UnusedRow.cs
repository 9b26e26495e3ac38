namespace Harness.Verification.Results;

/// <summary>A row that no unwind has used.</summary>
/// <param name="Row">Its number in the image's table.</param>
/// <param name="Place">The address it begins at, by name.</param>
/// <param name="Entry">What it says, as the dump words it.</param>
internal sealed record UnusedRow(int Row, string Place, string Entry);
