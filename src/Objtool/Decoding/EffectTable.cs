using Iced.Intel;

namespace Objtool.Decoding;

/// <summary>
/// The instruction effects that an analysis knows, for those that want to know which matter: it can note the ones that occur
/// and forget one.
/// </summary>
public sealed class EffectTable
{
    private readonly SortedDictionary<string, InstructionEffect> _seen = new(StringComparer.Ordinal);

    /// <summary>The effect that is not known; null: all are.</summary>
    public InstructionEffect? Dropped { get; init; }

    /// <summary>Those that occurred, in the order of their words.</summary>
    public IReadOnlyCollection<InstructionEffect> Seen => _seen.Values;

    /// <summary>Takes what is not known out of an instruction's operations and returns how many are left.</summary>
    internal int Filter(in Instruction instruction, StackOperation[] operations, int count)
    {
        if (count == 0)
            return 0;
        var (mnemonic, kept) = (instruction.Mnemonic.ToString().ToLowerInvariant(), 0);
        for (var i = 0; i < count; i++)
        {
            var effect = InstructionEffect.Of(mnemonic, operations[i]);
            _seen.TryAdd(effect.ToString(), effect);
            if (effect != Dropped)
                operations[kept++] = operations[i];
        }

        return kept;
    }
}
