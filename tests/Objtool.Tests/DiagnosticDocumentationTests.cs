using System.Text.RegularExpressions;
using Objtool.Diagnostics;
using TestKit;

namespace Objtool.Tests;

public sealed partial class DiagnosticDocumentationTests
{
    [Fact]
    public void EveryKindAndNothingElse_IsDocumented()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md"));
        var documented = Heading().Matches(text).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(DiagnosticCatalog.Kinds.Select(DiagnosticCatalog.IdOf), documented);
    }

    [Fact]
    public void EveryKind_HasCauseAndCure()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md"));
        foreach (var entry in Heading().Split(text).Skip(1).Where((_, index) => index % 2 == 1))
            Assert.Matches(@"\A\s+`[^`]+`\n\n[^\n]+(\n[^\n]+)*\n\nCure: ", entry);
    }

    [GeneratedRegex(@"^### (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
