namespace Objtool.Diagnostics;

/// <summary>One finding: its kind, where it is, and the sentence that the kernel's objtool would print.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Place">Where, or null when it is about the file as a whole.</param>
/// <param name="Message">The sentence, without place.</param>
public sealed record Diagnostic(DiagnosticKind Kind, CodePlace? Place, string Message)
{
    /// <summary>Number of the instruction in the analysed code, or -1.</summary>
    public int Instruction { get; init; } = -1;

    /// <summary>For states that conflict: each of them in words.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The start and the branches that led to the place, first ones first.</summary>
    public IReadOnlyList<CodePlace> Path { get; init; } = [];

    /// <summary>See <see cref="DiagnosticCatalog.IdOf"/>.</summary>
    public string Id => DiagnosticCatalog.IdOf(Kind);

    /// <summary>See <see cref="DiagnosticCatalog.SeverityOf"/>.</summary>
    public Severity Severity => DiagnosticCatalog.SeverityOf(Kind);

    /// <summary>The kernel's form, with the file's name before it: <c>a.o: warning: objtool: f()+0x12: ...</c></summary>
    public string Format(string file) =>
        $"{file}: {(Severity == Severity.Error ? "error" : "warning")}: objtool: {(Place is null ? "" : $"{Place}: ")}{Message} [{Id}]";
}
