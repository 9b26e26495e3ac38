using System.Text.RegularExpressions;

namespace Harness.Reduction;

/// <summary>One line of an assembly source, as far as making it smaller needs to know it.</summary>
/// <param name="Text">The line.</param>
internal sealed partial record SourceLine(string Text)
{
    /// <summary>A comment or nothing at all: it can go, but changes nothing.</summary>
    public bool IsBlank { get; } = Text.AsSpan().Trim() is [] or ['#', ..];

    /// <summary>The name of the function or code that begins here, by a macro or as compilers write it, or null.</summary>
    public string? Begins { get; } = BlockBegin().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The name of the one that ends here, or null.</summary>
    public string? Ends { get; } = BlockEnd().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The label that is defined here, or null.</summary>
    public string? Label { get; } = LabelPlace().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Does a function or code begin or end here?</summary>
    public bool IsBoundary => Begins is not null || Ends is not null;

    /// <summary>What a later line must undo if this one stays: a push's pop, a subtraction's addition; null when nothing.</summary>
    public string? Undoing { get; } = UndoingOf(Text.Trim());

    /// <summary>Does the line mention a name?</summary>
    public bool Mentions(string name) => Regex.IsMatch(Text, $@"(?<![\w.$]){Regex.Escape(name)}(?![\w.$])");

    private static string? UndoingOf(string text) =>
        Push().Match(text) is { Success: true } push ? $"pop {push.Groups["register"].Value}"
        : Subtraction().Match(text) is { Success: true } subtraction ? $"add {subtraction.Groups["amount"].Value}"
        : null;

    /// <summary>Is it what <see cref="Undoing"/> of an earlier line asks for?</summary>
    public bool Undoes(string what)
    {
        var text = Text.Trim();
        return (Pop().Match(text) is { Success: true } pop && what == $"pop {pop.Groups["register"].Value}")
            || (Addition().Match(text) is { Success: true } addition && what == $"add {addition.Groups["amount"].Value}");
    }

    [GeneratedRegex(@"^\s*(?:(?:FUNCTION|CODE)\s+(?<name>\S+)|\.type\s+(?<name>[\w.$]+),\s*@function)")]
    private static partial Regex BlockBegin();

    [GeneratedRegex(@"^\s*(?:(?:END_FUNCTION|END_CODE)\s+(?<name>\S+)|\.size\s+(?<name>[\w.$]+),\s*\.\s*-)")]
    private static partial Regex BlockEnd();

    [GeneratedRegex(@"^(?<name>[\w.$]*[A-Za-z_.][\w.$]*):")]
    private static partial Regex LabelPlace();

    [GeneratedRegex(@"^pushq?\s+(?<register>%\w+)$")]
    private static partial Regex Push();

    [GeneratedRegex(@"^popq?\s+(?<register>%\w+)$")]
    private static partial Regex Pop();

    [GeneratedRegex(@"^subq?\s+(?<amount>\$[\w-]+),\s*%rsp$")]
    private static partial Regex Subtraction();

    [GeneratedRegex(@"^addq?\s+(?<amount>\$[\w-]+),\s*%rsp$")]
    private static partial Regex Addition();
}
