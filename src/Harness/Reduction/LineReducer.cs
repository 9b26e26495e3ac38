namespace Harness.Reduction;

/// <summary>
/// Takes lines out of a source for as long as what is left still fails: whole functions with all that mentions them, what
/// stands between labels with all that goes there, then ever smaller stretches of lines, then pairs that only work together. The same input gives the same output.
/// </summary>
/// <param name="stillFails">Does a source fail in the same way?</param>
internal sealed class LineReducer(Func<IReadOnlyList<SourceLine>, bool> stillFails)
{
    private const int LongestStretch = 64;

    /// <summary>What is left.</summary>
    public IReadOnlyList<SourceLine> Reduce(IReadOnlyList<SourceLine> lines)
    {
        int before;
        do
        {
            before = lines.Count;
            lines = RemoveFunctions(lines);
            lines = RemoveBlocks(lines);
            for (var length = LongestStretch; length > 0; length /= 2)
                lines = RemoveStretches(lines, length);
            lines = RemovePairs(lines);
        }
        while (lines.Count < before);
        return lines;
    }

    private IReadOnlyList<SourceLine> RemoveFunctions(IReadOnlyList<SourceLine> lines)
    {
        foreach (var name in lines.Select(line => line.Begins).OfType<string>().ToArray())
        {
            var begin = IndexOf(lines, 0, line => line.Begins == name);
            var end = begin < 0 ? -1 : IndexOf(lines, begin, line => line.Ends == name);
            if (end < 0)
                continue;
            lines = Try(lines, [.. WithoutParts(WithoutMentions(lines, begin, end + 1), name)]);
        }

        return lines;
    }

    private IReadOnlyList<SourceLine> RemoveBlocks(IReadOnlyList<SourceLine> lines)
    {
        foreach (var label in lines.Select(line => line.Label).OfType<string>().Reverse().ToArray())
        {
            var begin = IndexOf(lines, 0, line => line.Label == label);
            if (begin < 0)
                continue;
            var end = IndexOf(lines, begin + 1, line => line.Label is not null || line.IsBoundary);
            lines = Try(lines, WithoutMentions(lines, begin, end < 0 ? lines.Count : end));
        }

        return lines;
    }

    /// <summary>Lines without a stretch of them, and without those that mention a name that is defined in it.</summary>
    private static IReadOnlyList<SourceLine> WithoutMentions(IReadOnlyList<SourceLine> lines, int begin, int end)
    {
        string[] names = [.. lines.Take(begin..end).SelectMany(line => new[] { line.Label, line.Begins }).OfType<string>()];
        return [.. lines.Where((line, index) => (index < begin || index >= end) && (line.IsBoundary || !names.Any(line.Mentions)))];
    }

    /// <summary>Leaves out what belongs to a function elsewhere, "name.cold" and the like: it jumps back into it.</summary>
    private static IEnumerable<SourceLine> WithoutParts(IEnumerable<SourceLine> lines, string name)
    {
        string? part = null;
        foreach (var line in lines)
        {
            part ??= line.Begins is { } begun && begun.StartsWith($"{name}.", StringComparison.Ordinal) ? begun : null;
            if (part is null)
                yield return line;
            else if (line.Ends == part)
                part = null;
        }
    }

    private IReadOnlyList<SourceLine> RemoveStretches(IReadOnlyList<SourceLine> lines, int length)
    {
        // From the end: what is defined late is used early, and uses go before definitions do.
        for (var end = lines.Count; end > 0; end -= length)
        {
            var begin = Math.Max(0, end - length);
            // A function goes as a whole or not at all.
            lines = Try(lines, [.. lines.Where((line, index) => index < begin || index >= end || line.IsBoundary)]);
        }

        return lines;
    }

    private IReadOnlyList<SourceLine> RemovePairs(IReadOnlyList<SourceLine> lines)
    {
        for (var first = 0; first < lines.Count; first++)
        {
            if (lines[first].Undoing is not { } undoing)
                continue;
            var last = IndexOf(lines, first, line => line.Ends is not null || line.Undoes(undoing));
            if (last >= 0 && lines[last].Undoes(undoing))
                lines = Try(lines, [.. lines.Where((_, index) => index != first && index != last)]);
        }

        return lines;
    }

    private IReadOnlyList<SourceLine> Try(IReadOnlyList<SourceLine> lines, IReadOnlyList<SourceLine> shorter) =>
        shorter.Count < lines.Count && stillFails(shorter) ? shorter : lines;

    private static int IndexOf(IReadOnlyList<SourceLine> lines, int from, Predicate<SourceLine> condition)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (condition(lines[i]))
                return i;
        }

        return -1;
    }
}
