using Harness.Fixtures;
using Harness.Loading;
using Unwinder;

namespace Harness.Verification;

/// <summary>The rows that a fixture's header says can't be executed.</summary>
internal sealed class DeclaredRows
{
    private readonly Dictionary<int, UnexecutedRows> _rows = [];
    private readonly Image _image;

    private DeclaredRows(Image image) => _image = image;

    /// <summary>How many there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Those of a header; none when the run is not the one that it tells of.</summary>
    /// <param name="header">The header.</param>
    /// <param name="image">The fixture.</param>
    /// <param name="unwinder">Whose rows are used.</param>
    /// <param name="isFaulty">Does it run with a fault?</param>
    /// <exception cref="InputException">The header names a place where no row begins.</exception>
    public static DeclaredRows Of(FixtureHeader header, Image image, UnwinderKind unwinder, bool isFaulty = false)
    {
        var declared = new DeclaredRows(image);
        if (isFaulty || unwinder != (header.Unwinder ?? UnwinderKind.Undwarf))
            return declared;
        foreach (var rows in header.Unexecuted)
            declared.Add(rows, unwinder);
        return declared;
    }

    /// <summary>Why a row can't be executed, or null when the header does not say that it can't.</summary>
    public string? ReasonFor(int row) => _rows.GetValueOrDefault(row)?.Reason;

    /// <summary>What is wrong when one of them was executed after all, in words; else null.</summary>
    public string? Contradiction(RowCoverage coverage)
    {
        foreach (var (row, declared) in _rows)
        {
            if (coverage.IsUsed(row))
                return $"unexecuted {declared.Place}: the row at {_image.Symbols.NameOf(coverage.All.AddressOf(row))} was executed";
        }

        return null;
    }

    private void Add(UnexecutedRows declared, UnwinderKind unwinder)
    {
        var rows = _image.RowsOf(unwinder);
        var first = PointAddress.Parse(declared.Place, _image.Symbols).Rip;
        var last = declared.LastOffset is { } offset ? first - UnexecutedRows.OffsetOf(declared.Place) + offset : first;
        var before = _rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.AddressOf(row) >= first && rows.AddressOf(row) <= last && rows.IsToBeUsed(row))
                _rows[row] = declared;
        }

        if (_rows.Count == before)
            throw new InputException($"unexecuted {declared.Place}: no row begins there");
    }
}
