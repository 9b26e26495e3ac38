using System.Text.Json.Serialization;
using Harness.Fixtures;

namespace Harness.Mutation.Judgement;

/// <summary>How a mutant was found out.</summary>
/// <param name="Interrupts">The mode in which it was; those before found nothing.</param>
/// <param name="Place">The first point with a wrong chain.</param>
/// <param name="Uses">Points, this one included, at which its row had been used until then, over all modes.</param>
internal sealed record MutantKill(
    [property: JsonConverter(typeof(JsonStringEnumConverter<InterruptMode>))] InterruptMode Interrupts, string Place, long Uses);
