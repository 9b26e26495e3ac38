using Harness.Loading.Rows;

namespace Harness.Verification;

/// <summary>Which of an unwinder's rows a run has used, and how: as interrupted, or as a place that a call returns to.</summary>
internal sealed class RowCoverage(UnwindRows rows)
{
    /// <summary>Used for an interrupted instruction.</summary>
    private const byte Interrupted = 1;

    /// <summary>Used for a return address.</summary>
    private const byte ReturnedTo = 2;

    private readonly byte[] _uses = new byte[rows.Count];

    /// <summary>All rows.</summary>
    public UnwindRows All => rows;

    /// <summary>Notes that a row was used; none when negative.</summary>
    public void Mark(int row, bool isInterrupted)
    {
        if (row >= 0)
            _uses[row] |= isInterrupted ? Interrupted : ReturnedTo;
    }

    /// <summary>Notes that a row was used for an interrupted instruction.</summary>
    public void MarkInterrupted(int row) => _uses[row] |= Interrupted;

    /// <summary>The rows that a run should use.</summary>
    public int CountRows() => Rows().Count();

    /// <summary>Those of them that were used.</summary>
    public int CountUsed() => Rows().Count(row => _uses[row] != 0);

    /// <summary>The numbers of those that were never used.</summary>
    public IEnumerable<int> Unused() => Rows().Where(row => _uses[row] == 0);

    /// <summary>The numbers of all that were used, those that no run should use too.</summary>
    public IEnumerable<int> Used() => Enumerable.Range(0, _uses.Length).Where(row => _uses[row] != 0);

    /// <summary>How each of the rows that a run should use was used: <see cref="RowUses"/>.</summary>
    public string Uses() => RowUses.Write(Rows().Select(row => (_uses[row] & Interrupted, _uses[row] & ReturnedTo)).Select(use => (use.Item1 != 0, use.Item2 != 0)));

    private IEnumerable<int> Rows() => Enumerable.Range(0, rows.Count).Where(rows.IsToBeUsed);
}
