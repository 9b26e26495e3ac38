namespace Harness.Mutation;

/// <summary>A table with one thing wrong.</summary>
/// <param name="Row">The index of the row in the image's table.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">It in words.</param>
/// <param name="Overrides">Where the table says something else than the sound one, ascending. Empty when it says the same.</param>
internal sealed record TableMutant(int Row, MutantKind Kind, string What, RowOverride[] Overrides);
