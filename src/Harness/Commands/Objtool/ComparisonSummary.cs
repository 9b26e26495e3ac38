using System.Globalization;
using Objtool.Comparison;

namespace Harness.Commands.Objtool;

/// <summary>Sums over many comparisons.</summary>
internal sealed class ComparisonSummary
{
    private int _files;
    private int _same;
    private int _sameRows;
    private long _rows;
    private long _equalRows;
    private ulong _live;
    private ulong _equalLive;

    /// <summary>Files that could not be compared.</summary>
    public int Failures { get; private set; }

    /// <summary>Have all that were compared the same state on every byte?</summary>
    public bool IsAllSame => _same == _files;

    /// <summary>Counts one file.</summary>
    public void Add(TableComparison comparison)
    {
        _files++;
        _same += comparison.IsSameEverywhere ? 1 : 0;
        _sameRows += comparison.HasSameRows ? 1 : 0;
        _rows += comparison.FirstRows;
        _equalRows += comparison.EqualRows;
        _live += comparison.LiveBytes;
        _equalLive += comparison.EqualLiveBytes;
    }

    /// <summary>Counts one file that could not be compared.</summary>
    public void AddFailure() => Failures++;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_files + Failures} files: {_same} with the same state on every byte, {_sameRows} row by row, {Failures} failed; "
        + $"{_equalRows} of {_rows} rows equal ({Percent(_equalRows, _rows)}), {_equalLive} of {_live} live bytes ({Percent(_equalLive, _live)})");

    private static string Percent(double part, double whole) =>
        whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(1e7 * part / whole) / 1e5:F5} %");
}
