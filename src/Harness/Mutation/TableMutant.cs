using Undwarf;

namespace Harness.Mutation;

/// <summary>A table with one thing wrong.</summary>
/// <param name="Row">The index of the row in the image's table.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">It in words.</param>
/// <param name="Entry">What the row says instead, or the second row; what it says anyway when only its place is changed.</param>
/// <param name="Shift">Bytes by which the row begins later.</param>
/// <param name="Overrides">Where the table says something else than the sound one, ascending. Empty when it says the same.</param>
internal sealed record TableMutant(int Row, MutantKind Kind, string What, UndwarfEntry Entry, long Shift, RowOverride[] Overrides);
