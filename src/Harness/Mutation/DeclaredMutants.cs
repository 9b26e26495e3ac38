using Harness.Loading;
using Harness.Verification;

namespace Harness.Mutation;

/// <summary>The mutants that differ only where a fixture says that nothing is executed.</summary>
internal sealed class DeclaredMutants(Image image, DeclaredRows declared, InstructionStarts starts)
{
    /// <summary>Is it one of them?</summary>
    public bool Has(TableMutant mutant) => Array.TrueForAll(mutant.Overrides, range =>
    {
        for (var address = range.Begin; address < range.End; address++)
        {
            // Where there is no row no right code comes.
            if (image.Lookup.IndexOf(address) is >= 0 and var row && !image.Table[row].Entry.IsWeak && declared.ReasonAt(starts.StartOf(address)) is null)
                return false;
        }

        return true;
    });
}
