using Undwarf.Quirks;
using Unwinder;

namespace Harness.Verification.Chains;

/// <summary>Which unwinder finds the callers.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Quirks">Faults of the past that it repeats.</param>
internal readonly record struct UnwinderChoice(UnwinderKind Kind = UnwinderKind.Undwarf, QuirkSet Quirks = QuirkSet.None);
