namespace Unwinder;

/// <summary>The names of the unwinders on command lines.</summary>
public static class UnwinderKinds
{
    private static readonly (UnwinderKind Kind, string Name)[] _names =
    [
        (UnwinderKind.Undwarf, "undwarf"),
        (UnwinderKind.FramePointer, "frame-pointer"),
        (UnwinderKind.Guess, "guess"),
        (UnwinderKind.Dwarf, "dwarf"),
    ];

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => _names.Select(known => known.Name);

    /// <summary>The name of a kind.</summary>
    public static string NameOf(UnwinderKind kind) => Array.Find(_names, known => known.Kind == kind).Name;

    /// <summary>The kind of a name, or null when there is none such.</summary>
    public static UnwinderKind? Parse(string name)
    {
        foreach (var known in _names)
        {
            if (known.Name == name)
                return known.Kind;
        }

        return null;
    }
}
