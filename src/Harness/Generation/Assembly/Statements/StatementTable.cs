namespace Harness.Generation.Assembly.Statements;

/// <summary>All statements that a body is made of.</summary>
internal static class StatementTable
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<Production> All { get; } =
        [.. Arithmetic.All, .. StackWords.All, .. Calls.All, .. Branches.All, .. PatchedCode.All];
}
