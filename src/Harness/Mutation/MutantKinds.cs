namespace Harness.Mutation;

/// <summary>The kinds of mutants by the words of the command line and of reports.</summary>
internal static class MutantKinds
{
    private static readonly (MutantKind Kind, string Name)[] _names =
    [
        (MutantKind.CfaRegister, "cfa-reg"), (MutantKind.CfaOffset, "cfa-offset"), (MutantKind.BpRegister, "bp-reg"), (MutantKind.BpOffset, "bp-offset"),
        (MutantKind.Type, "type"), (MutantKind.End, "end"), (MutantKind.Signal, "signal"),
        (MutantKind.Deleted, "deleted"), (MutantKind.MovedEarlier, "moved-earlier"), (MutantKind.MovedLater, "moved-later"), (MutantKind.Duplicated, "duplicated"),
    ];

    /// <summary>The words.</summary>
    public static IEnumerable<string> Names => _names.Select(entry => entry.Name);

    /// <summary>All kinds, in the order of reports.</summary>
    public static IEnumerable<MutantKind> All => _names.Select(entry => entry.Kind);

    /// <summary>The word for one.</summary>
    public static string NameOf(MutantKind kind) => Array.Find(_names, entry => entry.Kind == kind).Name;

    /// <summary>The one that a word means, or null.</summary>
    public static MutantKind? Parse(string name) => Array.Find(_names, entry => entry.Name == name) is { Name: not null } entry ? entry.Kind : null;
}
