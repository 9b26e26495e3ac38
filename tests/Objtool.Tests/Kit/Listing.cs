using System.Text;
using Elf;
using Objtool.Analysis;
using Objtool.Code;
using Objtool.Diagnostics;
using Objtool.Tables;
using Undwarf;
using Undwarf.Quirks;

namespace Objtool.Tests.Kit;

/// <summary>
/// Assembly with what is expected of its lines in their comments: <c>#: sp+16 bp:cfa-16</c> the row before the instruction
/// (<c>#: unreached</c>: the analysis never comes there), <c>#! text</c> a diagnostic at the instruction, or, on a line of its own,
/// one without a place. Diagnostics that nothing announces are failures too.
/// </summary>
internal sealed class Listing
{
    private const string RowMark = "#:";
    private const string DiagnosticMark = "#!";
    private readonly Line[] _lines;
    private readonly Dictionary<string, string> _options;

    /// <param name="name">What it shows.</param>
    /// <param name="place">File and line of its title.</param>
    /// <param name="firstLine">The line number of the first of <paramref name="lines"/>.</param>
    /// <param name="lines">The assembly, after lines <c>option: value</c>.</param>
    public Listing(string name, string place, int firstLine, IReadOnlyList<string> lines)
    {
        Name = name;
        Place = place;
        _options = lines.TakeWhile(IsOption).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim());
        _lines = [.. lines.Skip(_options.Count).Select((text, i) => Line.Parse(firstLine + _options.Count + i, text))];
        if (_options.Keys.Except(["check", "kernel"]).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"{place}: no such option: {unknown}");
        if (!_lines.Any(line => line.IsAnnotated))
            throw new InvalidDataException($"{place}: expects nothing");
    }

    public string Name { get; }

    public string Place { get; }

    /// <summary>Why Linux 6.1's objtool says something else, if it does.</summary>
    public string? KernelDiffers => _options.GetValueOrDefault("kernel");

    /// <summary>The option <c>check: frame-pointers no-unreachable</c>.</summary>
    public AnalysisOptions Options => new()
    {
        CheckFramePointers = Checks.Contains("frame-pointers"),
        CheckReachability = !Checks.Contains("no-unreachable"),
        ExcludedSectionPrefix = Checks.Contains("no-user-code") ? ".user" : null,
    };

    private string[] Checks => _options.GetValueOrDefault("check", "").Split(' ');

    /// <summary>The object file, with the place of every annotated instruction in a section .marks.</summary>
    public ElfFile Assemble(string hints) => Assembler.Assemble(Source(hints));

    /// <summary>Compares what it expects with what the analysis says; every line that differs is in the failure.</summary>
    /// <param name="hints">The file with the macros of the hints: which record layout they write.</param>
    public void Check(string hints)
    {
        var file = Assemble(hints);
        var (result, diagnostics) = Analyse(file);
        var places = PlacesOf(file);
        var lines = new List<string>();
        var isAsExpected = true;
        var mark = 0;
        foreach (var line in _lines)
        {
            if (!line.IsAnnotated)
                continue;

            var place = line.HasCode ? places[mark++] : null;
            var row = line.Row is null || result is null || place is null ? line.Row : RowAt(result, place);
            var messages = diagnostics.Where(diagnostic => IsAt(diagnostic, place)).ToArray();
            if (!line.HasCode)
                messages = [.. messages.Where(diagnostic => diagnostic.Message == line.Messages[0]).Take(1)];
            diagnostics.RemoveAll(messages.Contains);
            var actual = line with { Row = row, Messages = [.. messages.Select(diagnostic => diagnostic.Message)] };
            isAsExpected &= actual.Annotation == line.Annotation;
            lines.Add(actual.Annotation == line.Annotation ? $"  {line.Number}: {line.Code}{line.Annotation}" : $"- {line.Number}: {line.Code}{line.Annotation}\n+ {line.Number}: {line.Code}{actual.Annotation}");
        }

        lines.AddRange(diagnostics.Select(diagnostic => $"+ {DiagnosticMark} {diagnostic.Place}: {diagnostic.Message}"));
        Assert.True(isAsExpected && diagnostics.Count == 0, $"{Place}: {Name}\n{string.Join('\n', lines)}");
    }

    private (AnalysisResult? Result, List<Diagnostic> Diagnostics) Analyse(ElfFile file)
    {
        try
        {
            var result = ObjectAnalysis.Run(file, Options);
            return (result, [.. result.Diagnostics]);
        }
        catch (AnalysisException exception)
        {
            return (null, [exception.Diagnostic]);
        }
    }

    private string Source(string hints)
    {
        var source = new StringBuilder($"\t.include \"function.inc\"\n\t.include \"annotations.inc\"\n\t.include \"{hints}\"\n\t.text\n");
        foreach (var line in _lines)
        {
            if (line is { IsAnnotated: true, HasCode: true })
                source.Append(System.Globalization.CultureInfo.InvariantCulture, $".Lmark_{line.Number}:\n\t.pushsection .marks\n\t.quad .Lmark_{line.Number}\n\t.popsection\n");
            source.Append(line.Code).Append('\n');
        }

        return source.ToString();
    }

    private static CodePlace[] PlacesOf(ElfFile file)
    {
        var places = new List<CodePlace>();
        foreach (var relocation in file.FindSection(".marks") is { } marks ? marks.Relocations : default)
            places.Add(new CodePlace(file.Symbols[relocation.Symbol].Section!.Name, (ulong)relocation.Addend, null, 0));
        return [.. places];
    }

    private static bool IsAt(Diagnostic diagnostic, CodePlace? place) =>
        diagnostic.Place?.Section == place?.Section && diagnostic.Place?.Offset == place?.Offset;

    private static string RowAt(AnalysisResult result, CodePlace place)
    {
        var code = result.Code;
        var index = code.IndexAt(code.Sections.Single(section => section.Name == place.Section), place.Offset);
        if (index < 0)
            return "no instruction";
        if (code[index].State < 0)
            return "unreached";
        var problem = EntryConversion.TryConvert(result.StateOf(code[index]), QuirkSet.None, out var entry);
        return problem == DiagnosticKind.None ? RowText.Shorten(UndwarfV2Format.Extended.Describe(entry)) : problem.ToString();
    }

    private static bool IsOption(string line) => line.Length > 0 && char.IsAsciiLetterLower(line[0]) && line.Contains(": ", StringComparison.Ordinal);

    private sealed record Line(int Number, string Code, string? Row, IReadOnlyList<string> Messages)
    {
        public bool IsAnnotated => Row is not null || Messages.Count > 0;

        public bool HasCode => Code.Trim().Length > 0;

        public string Annotation =>
            (Row is null ? "" : $"{RowMark} {Row} ") + string.Join(' ', Messages.Select(message => $"{DiagnosticMark} {message}"));

        public static Line Parse(int number, string text)
        {
            var parts = text.Split(DiagnosticMark, StringSplitOptions.TrimEntries);
            var row = parts[0].Split(RowMark) is [_, var after] ? after.Trim() : null;
            var start = text.IndexOf(RowMark, StringComparison.Ordinal) is >= 0 and var place ? place : text.IndexOf(DiagnosticMark, StringComparison.Ordinal);
            return new Line(number, start < 0 ? text : text[..start], row, parts[1..]);
        }
    }
}
