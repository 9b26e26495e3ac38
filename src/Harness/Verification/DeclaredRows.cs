using Harness.Fixtures;
using Harness.Loading;
using Unwinder;

namespace Harness.Verification;

/// <summary>The code that a fixture's header says can't be executed, and the rows that begin there.</summary>
internal sealed class DeclaredRows
{
    private readonly List<(TextRange Range, UnexecutedRows Declared)> _ranges = [];
    private readonly Image _image;

    private DeclaredRows(Image image) => _image = image;

    /// <summary>Those of a header; none when the run is not the one that it tells of.</summary>
    /// <param name="header">The header.</param>
    /// <param name="image">The fixture.</param>
    /// <param name="unwinder">Whose rows are used.</param>
    /// <param name="isFaulty">Does it run with a fault?</param>
    /// <exception cref="InputException">The header names a place that does not exist.</exception>
    public static DeclaredRows Of(FixtureHeader header, Image image, UnwinderKind unwinder, bool isFaulty = false)
    {
        var declared = new DeclaredRows(image);
        if (isFaulty || unwinder != (header.Unwinder ?? UnwinderKind.Undwarf))
            return declared;
        foreach (var rows in header.Unexecuted)
        {
            var range = rows.Place.In(image.Symbols) ?? throw new InputException($"unexecuted {rows.Place}: there is no such symbol");
            if (!image.KernelText.Contains(range.Begin))
                throw new InputException($"unexecuted {rows.Place}: there is no code");
            declared._ranges.Add((range, rows));
        }

        return declared;
    }

    /// <summary>Why the code at an address can't be executed, or null when the header does not say that it can't.</summary>
    public string? ReasonAt(ulong address) => _ranges.Find(declared => declared.Range.Contains(address)).Declared?.Reason;

    /// <summary>What is wrong when some of it was executed after all, in words; else null.</summary>
    public string? Contradiction(Predicate<ulong> wasExecuted)
    {
        foreach (var (range, declared) in _ranges)
        {
            for (var address = range.Begin; address < range.End; address++)
            {
                if (wasExecuted(address))
                    return $"unexecuted {declared.Place}: {_image.Symbols.NameOf(address)} was executed";
            }
        }

        return null;
    }
}
