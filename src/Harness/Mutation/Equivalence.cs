using Harness.Fixtures;
using Harness.Loading;
using Harness.Mutation.Proofs;

namespace Harness.Mutation;

/// <summary>Says of mutants that no execution can tell them from the sound table, and why.</summary>
internal sealed class Equivalence
{
    private readonly Image _image;
    private readonly IReadOnlyList<RowProof> _proofs;

    /// <summary>Reads the code.</summary>
    /// <param name="variants">The image in each state that its code runs in, as built first.</param>
    /// <param name="header">What the fixture allows.</param>
    /// <param name="ofRuntime">Are the rows those of the code that it runs on?</param>
    public Equivalence(IReadOnlyList<Image> variants, FixtureHeader header, bool ofRuntime = false)
    {
        _image = variants[0];
        _proofs = [.. variants.Select(image => new RowProof(new FactFlow(image, header, new CodeGraph(image, ofRuntime)), image))];
    }

    /// <summary>The reason; null when there is none that is known.</summary>
    public string? ReasonFor(TableMutant mutant)
    {
        if (mutant.Overrides.Length == 0)
            return "every address has the row that it had";
        if (Array.TrueForAll(mutant.Overrides, range => IsUnreached(range) || MeansTheSame(range)))
            return Array.Exists(mutant.Overrides, MeansTheSame) ? "only what no unwinder reads differs" : "only where the sound table has no row, so that no right code comes there";
        return Array.TrueForAll(mutant.Overrides, IsHarmless) ? "leads to the same caller at every instruction, as the code shows" : null;
    }

    private bool IsHarmless(RowOverride range) => MeansTheSame(range) || IsUnreached(range) || _proofs.All(proof => proof.LeadsToTheSame(range));

    /// <summary>Where the sound table has no row the chain of any code that came there would be wrong without damage.</summary>
    private bool IsUnreached(in RowOverride range)
    {
        for (var address = range.Begin; address < range.End; address++)
        {
            if (_image.Lookup.IndexOf(address) is >= 0 and var row && !_image.Table[row].Entry.IsWeak)
                return false;
        }

        return true;
    }

    private bool MeansTheSame(RowOverride range)
    {
        for (var address = range.Begin; address < range.End; address++)
        {
            if (!range.HasRow || _image.Lookup.IndexOf(address) is not (>= 0 and var row) || EntryMeaning.Of(_image.Table[row].Entry) != EntryMeaning.Of(range.Entry))
                return false;
        }

        return true;
    }
}
