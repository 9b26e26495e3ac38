using Undwarf;

namespace Objtool.Comparison;

/// <summary>
/// How far two tables agree: row by row, and byte by byte of the code. A byte counts from the first to the last row of
/// its section in either table; live are those of which either table knows anything. Rows that know nothing are equal
/// whatever else they hold.
/// </summary>
public sealed class TableComparison
{
    private readonly List<DifferingStretch> _differences = [];

    private TableComparison()
    {
    }

    /// <summary>Rows of the first table.</summary>
    public long FirstRows { get; private set; }

    /// <summary>Rows of the second table.</summary>
    public long SecondRows { get; private set; }

    /// <summary>Rows that both have, at the same place.</summary>
    public long EqualRows { get; private set; }

    /// <summary>Bytes of code.</summary>
    public ulong Bytes { get; private set; }

    /// <summary>Bytes of which both say the same.</summary>
    public ulong EqualBytes { get; private set; }

    /// <summary>Live bytes.</summary>
    public ulong LiveBytes { get; private set; }

    /// <summary>Live bytes of which both say the same.</summary>
    public ulong EqualLiveBytes { get; private set; }

    /// <summary>Where they say different things.</summary>
    public IReadOnlyList<DifferingStretch> Differences => _differences;

    /// <summary>Do they say the same of every byte?</summary>
    public bool IsSameEverywhere => _differences.Count == 0;

    /// <summary>Do they have the same rows?</summary>
    public bool HasSameRows => EqualRows == FirstRows && EqualRows == SecondRows;

    /// <summary>Compares two tables.</summary>
    public static TableComparison Of(ComparableTable first, ComparableTable second)
    {
        var comparison = new TableComparison { FirstRows = first.Count, SecondRows = second.Count };
        foreach (var section in first.Sections.Union(second.Sections).Order(StringComparer.Ordinal))
        {
            comparison.CountEqualRows(first[section], second[section]);
            comparison.CompareBytes(section, first[section], second[section]);
        }

        return comparison;
    }

    private void CountEqualRows(IReadOnlyList<(ulong, UndwarfEntry)> first, IReadOnlyList<(ulong, UndwarfEntry)> second)
    {
        var left = new Dictionary<(ulong, UndwarfEntry), int>(second.Count);
        foreach (var row in second)
            left[row] = left.GetValueOrDefault(row) + 1;
        foreach (var row in first)
        {
            if (left.GetValueOrDefault(row) is > 0 and var count)
            {
                left[row] = count - 1;
                EqualRows++;
            }
        }
    }

    private void CompareBytes(
        string section, IReadOnlyList<(ulong Offset, UndwarfEntry Entry)> first, IReadOnlyList<(ulong Offset, UndwarfEntry Entry)> second)
    {
        var (i, j) = (0, 0);
        UndwarfEntry? firstState = null, secondState = null;
        while (i < first.Count || j < second.Count)
        {
            var here = Math.Min(OffsetAt(first, i), OffsetAt(second, j));
            for (; OffsetAt(first, i) == here && i < first.Count; i++)
                firstState = StateOf(first[i].Entry);
            for (; OffsetAt(second, j) == here && j < second.Count; j++)
                secondState = StateOf(second[j].Entry);
            var next = Math.Min(OffsetAt(first, i), OffsetAt(second, j));
            if (i < first.Count || j < second.Count)
                Add(new DifferingStretch(section, here, next, firstState, secondState));
        }
    }

    private void Add(in DifferingStretch stretch)
    {
        var isLive = stretch.First is not null || stretch.Second is not null;
        Bytes += stretch.Length;
        LiveBytes += isLive ? stretch.Length : 0;
        if (stretch.First == stretch.Second)
        {
            EqualBytes += stretch.Length;
            EqualLiveBytes += isLive ? stretch.Length : 0;
        }
        else if (_differences.Count > 0 && _differences[^1] is var last && last == stretch with { Begin = last.Begin, End = stretch.Begin })
        {
            _differences[^1] = last with { End = stretch.End };
        }
        else
        {
            _differences.Add(stretch);
        }
    }

    private static ulong OffsetAt(IReadOnlyList<(ulong Offset, UndwarfEntry Entry)> rows, int index) =>
        index < rows.Count ? rows[index].Offset : ulong.MaxValue;

    private static UndwarfEntry? StateOf(in UndwarfEntry entry) =>
        entry.IsDefined ? entry : entry.End ? UndwarfEntry.EndOfStack : null;
}
