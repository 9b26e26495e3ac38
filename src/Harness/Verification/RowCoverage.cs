using Harness.Loading;

namespace Harness.Verification;

/// <summary>Which rows of an image's table a run has used, and how: as interrupted, or as a place that a call returns to.</summary>
internal sealed class RowCoverage(Image image)
{
    /// <summary>Used for an interrupted instruction.</summary>
    private const byte Interrupted = 1;

    /// <summary>Used for a return address.</summary>
    private const byte ReturnedTo = 2;

    private readonly byte[] _uses = new byte[image.Table.Count];

    /// <summary>Notes that a row was used; none when negative.</summary>
    public void Mark(int row, bool isInterrupted)
    {
        if (row >= 0)
            _uses[row] |= isInterrupted ? Interrupted : ReturnedTo;
    }

    /// <summary>Notes that a row was used for an interrupted instruction.</summary>
    public void MarkInterrupted(int row) => _uses[row] |= Interrupted;

    /// <summary>
    /// The rows of the fixture that code can come to: all but terminators and rows of code that the analysis found to be
    /// unreachable.
    /// </summary>
    public int CountRows() => Rows().Count();

    /// <summary>Those of them that were used.</summary>
    public int CountUsed() => Rows().Count(row => _uses[row] != 0);

    /// <summary>The numbers of the fixture's rows that were never used.</summary>
    public IEnumerable<int> Unused() => Rows().Where(row => _uses[row] == 0);

    private IEnumerable<int> Rows() =>
        Enumerable.Range(0, image.Table.Count).Where(row => image.IsRowOfFixture(row) && !image.Table[row].Entry.IsWeak);
}
