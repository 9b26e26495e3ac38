using Objtool.Decoding;
using Undwarf.Quirks;

namespace Harness.Mutation.Decisions;

/// <summary>An unwinder or a generator with one decision that is wrong.</summary>
/// <param name="Kind">Whose, and what kind of decision: see <see cref="DecisionKinds"/>.</param>
/// <param name="Name">Which.</param>
/// <param name="What">What it does wrong.</param>
/// <param name="Quirk">As a fault of the past.</param>
/// <param name="Effect">As an instruction effect that is not known.</param>
internal sealed record DecisionMutant(string Kind, string Name, string What, QuirkSet Quirk = QuirkSet.None, InstructionEffect? Effect = null)
{
    /// <summary>Faults of the past.</summary>
    public static IEnumerable<DecisionMutant> Quirks { get; } =
        [.. QuirkCatalog.All.Select(quirk => new DecisionMutant(quirk.Part == QuirkPart.Unwinder ? DecisionKinds.Unwinder : DecisionKinds.Generator, quirk.Name, quirk.Summary, quirk.Flag))];

    /// <summary>The generator without one of some effects.</summary>
    public static IEnumerable<DecisionMutant> Without(IEnumerable<InstructionEffect> effects) =>
        effects.Select(effect => new DecisionMutant(DecisionKinds.Effect, effect.ToString(), "has no effect on the stack's state", Effect: effect));
}
