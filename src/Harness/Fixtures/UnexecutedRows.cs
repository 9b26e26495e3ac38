namespace Harness.Fixtures;

/// <summary>Rows of a fixture that no run of it can use.</summary>
/// <param name="Place">Where they begin.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record UnexecutedRows(CodePlace Place, string Reason)
{
    /// <summary>Reads <c>main+0x12 reason</c>; for the place see <see cref="CodePlace.Parse"/>.</summary>
    /// <exception cref="FormatException">Something else, or no reason.</exception>
    public static UnexecutedRows Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space >= 0 && text[(space + 1)..].Trim() is { Length: > 0 } reason
            ? new UnexecutedRows(CodePlace.Parse(text[..space]), reason)
            : throw new FormatException($"unexecuted {text}: expected a place and a reason");
    }
}
