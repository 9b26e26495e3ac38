using Harness.Fixtures;
using Harness.Loading;

namespace Harness.Verification;

/// <summary>
/// Where an unwind may stop because the code is a declared blind spot: in the symbols that fixtures name for that.
/// </summary>
internal sealed class BlindSpots
{
    private readonly List<TextRange> _ranges = [];
    private readonly bool _anywhere;

    /// <exception cref="InputException">A header names a symbol that does not exist.</exception>
    public BlindSpots(Image image, IEnumerable<FixtureHeader> headers)
    {
        foreach (var header in headers)
        {
            _anywhere |= header.Blind is null;
            foreach (var name in header.Blind ?? [])
            {
                var (address, size) = image.Symbols.Find(name) ?? throw new InputException($"blind={name}: there is no such symbol");
                _ranges.Add(new TextRange(address, address + size));
            }
        }
    }

    /// <summary>May the code at an address be blind?</summary>
    public bool Allow(ulong ip) => _anywhere || _ranges.Exists(range => range.Contains(ip));
}
