using System.Globalization;

namespace Harness.Fixtures;

/// <summary>Rows of a fixture that no run of it can use.</summary>
/// <param name="Place">Where the first begins: <c>main+0x12</c>.</param>
/// <param name="LastOffset">Of several, the offset in the same symbol at which the last begins; null: it is one.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record UnexecutedRows(string Place, ulong? LastOffset, string Reason)
{
    /// <summary>Reads <c>main+0x12 reason</c> or <c>main+0x12..0x20 reason</c>.</summary>
    /// <exception cref="FormatException">Something else, or no reason.</exception>
    public static UnexecutedRows Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || text[(space + 1)..].Trim() is not { Length: > 0 } reason)
            throw new FormatException($"unexecuted {text}: expected SYMBOL+OFFSET or SYMBOL+OFFSET..OFFSET, and a reason");
        var place = text[..space].Split("..", 2);
        return new UnexecutedRows(place[0], place.Length == 1 ? null : ParseOffset(place[1]), reason);
    }

    /// <summary>The offset in a place: 0x12 of <c>main+0x12</c>.</summary>
    public static ulong OffsetOf(string place) => place.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus ? ParseOffset(place[(plus + 1)..]) : 0;

    private static ulong ParseOffset(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) && ulong.TryParse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw new FormatException($"'{text}' is no offset: expected one like 0x12");
}
