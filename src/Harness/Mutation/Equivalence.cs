using Harness.Loading;
using Undwarf;

namespace Harness.Mutation;

/// <summary>Says of mutants that no execution can tell them from the sound table, and why.</summary>
internal sealed class Equivalence(Image image)
{
    /// <summary>The reason; null when there is none that is known.</summary>
    public string? ReasonFor(TableMutant mutant)
    {
        if (mutant.Overrides.Length == 0)
            return "every address has the row that it had";
        if (Array.TrueForAll(mutant.Overrides, range => IsUnreached(range) || MeansTheSame(range)))
            return Array.Exists(mutant.Overrides, MeansTheSame) ? "only what no unwinder reads differs" : "only where the sound table has no row, so that no right code comes there";
        return null;
    }

    /// <summary>Where the sound table has no row the chain of any code that came there would be wrong without damage.</summary>
    private bool IsUnreached(in RowOverride range)
    {
        for (var address = range.Begin; address < range.End; address++)
        {
            if (image.Lookup.IndexOf(address) is >= 0 and var row && !image.Table[row].Entry.IsWeak)
                return false;
        }

        return true;
    }

    private bool MeansTheSame(RowOverride range)
    {
        for (var address = range.Begin; address < range.End; address++)
        {
            if (!range.HasRow || image.Lookup.IndexOf(address) is not (>= 0 and var row) || EntryMeaning.Of(image.Table[row].Entry) != EntryMeaning.Of(range.Entry))
                return false;
        }

        return true;
    }
}
