using Harness.Loading;

namespace Harness.Mutation.Judgement;

/// <summary>The mutants that were not found out yet, by the addresses at which they say something else.</summary>
internal sealed class LiveMutants
{
    private readonly ulong _begin;
    private readonly List<JudgedMutant>?[] _at;

    public LiveMutants(TextRange text, IEnumerable<JudgedMutant> mutants)
    {
        _begin = text.Begin;
        _at = new List<JudgedMutant>?[text.Size];
        foreach (var mutant in mutants)
        {
            foreach (var range in mutant.Mutant.Overrides)
            {
                for (var address = range.Begin; address < range.End; address++)
                    (_at[address - _begin] ??= []).Add(mutant);
            }
        }
    }

    /// <summary>Those that say something else at an address; null: none.</summary>
    public List<JudgedMutant>? At(ulong address)
    {
        var offset = unchecked(address - _begin);
        return offset < (ulong)_at.Length && _at[offset] is { Count: > 0 } mutants ? mutants : null;
    }

    /// <summary>It was found out.</summary>
    public void Remove(JudgedMutant mutant)
    {
        foreach (var range in mutant.Mutant.Overrides)
        {
            for (var address = range.Begin; address < range.End; address++)
                _at[address - _begin]!.Remove(mutant);
        }
    }
}
