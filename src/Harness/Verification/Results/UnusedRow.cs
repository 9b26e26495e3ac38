namespace Harness.Verification.Results;

/// <summary>A row that no unwind has used.</summary>
/// <param name="Row">Its number in the image's table.</param>
/// <param name="Place">The address it begins at, by name.</param>
/// <param name="Entry">What it says, as the dump words it.</param>
/// <param name="Reason">Why it can't be, as the fixture's header has it; empty when that does not say so.</param>
internal sealed record UnusedRow(int Row, string Place, string Entry, string Reason = "")
{
    /// <summary>The instructions that it is for, the first ones of many.</summary>
    public IReadOnlyList<string> Code { get; init; } = [];

    /// <summary>Never equal to a list that is not the very same one, lists are compared by what is in them.</summary>
    public bool Equals(UnusedRow? other) =>
        other is not null && (Row, Place, Entry, Reason) == (other.Row, other.Place, other.Entry, other.Reason) && Code.SequenceEqual(other.Code);

    /// <inheritdoc/>
    public override int GetHashCode() => Row;
}
