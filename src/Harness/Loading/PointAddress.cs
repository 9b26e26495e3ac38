using System.Globalization;

namespace Harness.Loading;

/// <summary>
/// A point named on the command line: <c>symbol+0x4#3</c>, the third time that instruction is about to execute. Where there
/// is no symbol, the address: <c>0xffffffff81000004#3</c>.
/// </summary>
internal readonly record struct PointAddress(ulong Rip, int Visit)
{
    /// <exception cref="InputException">It can't be understood, or there is no such symbol.</exception>
    public static PointAddress Parse(string text, SymbolMap symbols)
    {
        var (place, visit) = Split(text, '#');
        if (place.StartsWith("0x", StringComparison.Ordinal) && ulong.TryParse(place.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rip))
            return new PointAddress(rip, (int)ParseNumber(visit ?? "1", text));
        var (symbol, offset) = Split(place, '+');
        if (symbols.Find(symbol) is not { } found)
            throw new InputException($"{text}: there is no code symbol '{symbol}'");
        return new PointAddress(unchecked(found.Address + ParseNumber(offset ?? "0", text)), (int)ParseNumber(visit ?? "1", text));
    }

    private static (string First, string? Second) Split(string text, char separator)
    {
        var index = text.LastIndexOf(separator);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static ulong ParseNumber(string number, string text)
    {
        var parsed = number.StartsWith("0x", StringComparison.Ordinal)
            ? ulong.TryParse(number.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            : ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        return parsed && value <= int.MaxValue ? value : throw new InputException($"{text}: '{number}' is no number; expected SYMBOL+OFFSET#VISIT");
    }
}
