namespace Objtool.Tests.Kit;

/// <summary>Rows as the tests write them: the dump's words without those that most rows share.</summary>
internal static class RowText
{
    /// <summary><c>cfa:sp+8 bp:(und) type:cfa</c> becomes <c>sp+8</c>.</summary>
    public static string Shorten(string row) => row
        .Replace("cfa:", "", StringComparison.Ordinal)
        .Replace(" bp:(und)", "", StringComparison.Ordinal)
        .Replace(" type:cfa", "", StringComparison.Ordinal);
}
