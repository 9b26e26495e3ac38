using System.Globalization;

namespace Harness.Commands.Objtool.CallFrames;

/// <summary>The text of <c>compare --against eh_frame</c>: the differences of each file, and sums over all of them.</summary>
internal sealed class CallFrameReport(TextWriter output, int shown)
{
    private int _files;
    private int _same;
    private int _stretches;
    private int _ofBp;
    private long _compared;
    private long _equal;
    private long _undescribed;
    private long _unreached;
    private long _incomparable;

    /// <summary>Did every file say the same throughout?</summary>
    public bool IsAllSame => _same == _files;

    /// <summary>Writes the differences of a file.</summary>
    public void Add(string path, CallFrameComparison comparison)
    {
        _files++;
        _same += comparison.Differences.Count == 0 ? 1 : 0;
        _stretches += comparison.Differences.Count;
        _ofBp += comparison.Differences.Count(difference => difference.IsOfBpOnly);
        _compared += comparison.Compared;
        _equal += comparison.Equal;
        _undescribed += comparison.Undescribed;
        _unreached += comparison.Unreached;
        _incomparable += comparison.Incomparable;
        if (comparison.Differences.Count == 0)
            return;

        output.WriteLine(Text(
            $"{path}: {comparison.Differences.Count} stretches differ, {comparison.Compared - comparison.Equal} instructions of {comparison.Compared} (analysis | call frames)"));
        foreach (var difference in comparison.Differences.Take(shown))
            output.WriteLine($"  {difference}");
        if (comparison.Differences.Count > shown)
            output.WriteLine($"  ... {comparison.Differences.Count - shown} more");
    }

    /// <summary>Writes the sums.</summary>
    /// <param name="failed">Files that could not be compared.</param>
    public void Finish(int failed)
    {
        var percent = _compared == 0 ? 100 : Math.Floor(1e5 * _equal / _compared) / 1e3;
        output.WriteLine(Text(
            $"{_files + failed} files: {_same} with the same state at every instruction, {failed} failed; {_equal} of {_compared} instructions equal ({percent:F3} %)"));
        if (_stretches > 0)
            output.WriteLine(Text($"  {_stretches} stretches differ, {_ofBp} of them in rbp only"));
        output.WriteLine(Text(
            $"  not compared: {_undescribed} instructions without an FDE, {_unreached} that the analysis never reached, {_incomparable} where one has no words for what the other says"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
