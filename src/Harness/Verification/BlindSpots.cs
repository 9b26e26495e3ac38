using Harness.Fixtures;
using Harness.Loading;
using Undwarf;
using Unwinder;

namespace Harness.Verification;

/// <summary>
/// Where an unwind may stop because the code is a declared blind spot: in the places that fixtures name for that.
/// </summary>
internal sealed class BlindSpots
{
    private readonly List<TextRange> _ranges = [];
    private readonly bool _anywhere;
    private readonly bool _tableTells;

    /// <exception cref="InputException">A header names a symbol that does not exist.</exception>
    public BlindSpots(Image image, IEnumerable<FixtureHeader> headers)
    {
        _tableTells = image.TellsBlindSpots;
        foreach (var header in headers)
        {
            _anywhere |= header.Blind is null;
            foreach (var place in header.Blind ?? [])
                _ranges.Add(place.In(image.Symbols) ?? throw new InputException($"blind={place}: there is no such symbol"));
        }
    }

    /// <summary>Does a row, or that there is none, as far as the table can tell, declare a blind spot?</summary>
    public bool IsDeclaredBy(in UndwarfEntry? row) => row is { } entry ? entry.IsBlind || (!_tableTells && !entry.IsDefined && !entry.End) : !_tableTells;

    /// <summary>Is an unwind that came out so at the end of what can be known?</summary>
    public bool IsBlindEnd(UnwindOutcome outcome) => outcome == UnwindOutcome.BlindRow || (!_tableTells && outcome is UnwindOutcome.UndefinedRow or UnwindOutcome.NoRow);

    /// <summary>May the code at an address be blind?</summary>
    public bool Allow(ulong ip) => _anywhere || _ranges.Exists(range => range.Contains(ip));
}
