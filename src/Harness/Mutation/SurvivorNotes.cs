using Harness.Fixtures;
using Harness.Loading;

namespace Harness.Mutation;

/// <summary>What a fixture's header says of survivors, and whether it is true.</summary>
internal sealed class SurvivorNotes
{
    private readonly List<(TextRange Range, SurvivorNote Note)> _notes = [];
    private readonly HashSet<SurvivorNote> _used = [];

    /// <exception cref="InputException">The header names a place or a kind that does not exist.</exception>
    public SurvivorNotes(FixtureHeader header, Image image)
    {
        foreach (var note in header.Survivors)
        {
            if (MutantKinds.Parse(note.Kind) is null)
                throw new InputException($"survives {note.Place} {note.Kind}: expected one of {string.Join(", ", MutantKinds.Names)}");
            _notes.Add((note.Place.In(image.Symbols) ?? throw new InputException($"survives {note.Place}: there is no such symbol"), note));
        }
    }

    /// <summary>Why a mutant survived, or null when the header does not say.</summary>
    /// <param name="address">Where its row begins.</param>
    /// <param name="kind">Its kind.</param>
    public string? Take(ulong address, MutantKind kind)
    {
        var note = _notes.Find(note => note.Range.Contains(address) && note.Note.Kind == MutantKinds.NameOf(kind)).Note;
        if (note is not null)
            _used.Add(note);
        return note?.Reason;
    }

    /// <summary>The same for a place by its name.</summary>
    public string? Take(string place, string kind, Image image) => Take(PointAddress.Parse(place, image.Symbols).Rip, MutantKinds.Parse(kind)!.Value);

    /// <summary>Notes of the given kinds for which nothing has survived.</summary>
    public IEnumerable<string> Unused(IReadOnlySet<MutantKind> kinds) =>
        _notes.Select(note => note.Note).Where(note => !_used.Contains(note) && kinds.Contains(MutantKinds.Parse(note.Kind)!.Value)).Select(note => $"survives {note.Place} {note.Kind}: nothing did");
}
