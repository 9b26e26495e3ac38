using System.Globalization;
using Harness.Loading;

namespace Harness.Fixtures;

/// <summary>A place in the code of a fixture, or several in a row, as a header writes it.</summary>
/// <param name="Symbol">The symbol that the offsets count from.</param>
/// <param name="First">The offset of the first instruction; null: all of the symbol.</param>
/// <param name="Last">The offset of the last.</param>
internal sealed record CodePlace(string Symbol, ulong? First, ulong Last)
{
    /// <summary>All code of a symbol.</summary>
    public static CodePlace AllOf(string symbol) => new(symbol, null, 0);

    /// <summary>Reads <c>main</c>, <c>main+0x12</c> or <c>main+0x12..0x20</c>.</summary>
    /// <exception cref="FormatException">Something else.</exception>
    public static CodePlace Parse(string text)
    {
        if (text.Split('+', 2) is not [{ Length: > 0 } symbol, var offsets])
            return text.Length > 0 ? AllOf(text) : throw new FormatException("expected SYMBOL, SYMBOL+OFFSET or SYMBOL+OFFSET..OFFSET");
        var ends = offsets.Split("..", 2);
        var (first, last) = (ParseOffset(ends[0]), ParseOffset(ends[^1]));
        return last >= first ? new CodePlace(symbol, first, last) : throw new FormatException($"{text}: ends before it begins");
    }

    /// <summary>From the first address of the first instruction to just behind that of the last, or the end of the symbol; null without such a symbol.</summary>
    public TextRange? In(SymbolMap symbols)
    {
        if (symbols.Find(Symbol) is not var (address, size))
            return null;
        return First is { } first ? new TextRange(address + first, address + Last + 1) : new TextRange(address, address + size);
    }

    /// <inheritdoc/>
    public override string ToString() => First is { } first ? $"{Symbol}+0x{first:x}{(Last > first ? $"..0x{Last:x}" : "")}" : Symbol;

    private static ulong ParseOffset(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) && ulong.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var offset) && offset < int.MaxValue
            ? offset
            : throw new FormatException($"'{text}' is no offset: expected one like 0x12");
}
