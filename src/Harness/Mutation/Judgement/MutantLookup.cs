using Undwarf;
using Unwinder.Lookup;

namespace Harness.Mutation.Judgement;

/// <summary>The sound table with one mutant's rows in place of its own.</summary>
internal readonly struct MutantLookup(DirectMap sound, MutantSelection mutant) : IRowLookup
{
    /// <summary>Rows of the mutant are numbered from here.</summary>
    private const int FirstOfMutant = 1 << 30;

    private readonly DirectMap _sound = sound;

    /// <inheritdoc/>
    public bool IsReady => true;

    /// <inheritdoc/>
    public int IndexOf(ulong ip)
    {
        var overrides = mutant.Overrides;
        for (var i = 0; i < overrides.Length; i++)
        {
            if (overrides[i].Contains(ip))
                return overrides[i].HasRow ? FirstOfMutant + i : -1;
        }

        return _sound.IndexOf(ip);
    }

    /// <inheritdoc/>
    public ref readonly UndwarfEntry this[int index] =>
        ref index >= FirstOfMutant ? ref RowOf(mutant.Overrides, index - FirstOfMutant) : ref _sound[index];

    private static ref readonly UndwarfEntry RowOf(RowOverride[] overrides, int index) => ref overrides[index].Entry;
}
