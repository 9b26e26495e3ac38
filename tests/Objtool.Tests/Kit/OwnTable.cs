using Elf;
using Objtool.Analysis;
using Objtool.Diagnostics;
using Objtool.Tables;
using Undwarf;

namespace Objtool.Tests.Kit;

/// <summary>Our own answer for an object file, in the form of <see cref="KernelObjtool.Run"/>.</summary>
internal static class OwnTable
{
    /// <summary>The file with a table, or the diagnostic that stands against it.</summary>
    public static byte[] Generate(ElfFile file, TableFormat format, AnalysisOptions? options = null)
    {
        var analysis = ObjectAnalysis.Run(file, options ?? new AnalysisOptions());
        var editor = new ElfEditor(file);
        TableWriter.Add(editor, file, format, TableGenerator.Generate(analysis, format));
        return editor.Build();
    }

    /// <summary>The dump of the rows as 2017 would write them, and the diagnostics' sentences.</summary>
    public static (IReadOnlyList<string> Rows, IReadOnlyList<string> Messages) Run(ElfFile file, AnalysisOptions options)
    {
        try
        {
            var analysis = ObjectAnalysis.Run(file, options);
            var rows = TableGenerator.Generate(analysis, UndwarfV2Format.Extended)
                .Select(row => $"{row.Section.Name}+{row.Offset:x}: {WithoutOurAdditions(UndwarfV2Format.Extended.Describe(row.Entry))}");
            return ([.. rows], [.. analysis.Diagnostics.Select(diagnostic => diagnostic.Message)]);
        }
        catch (AnalysisException exception)
        {
            return ([], [exception.Diagnostic.Message]);
        }
    }

    /// <summary>
    /// The rows as Linux 6.1 would have written them: it leaves out undefined rows at the start of a section, and rows that repeat
    /// the one before them.
    /// </summary>
    public static IReadOnlyList<string> AsIn61(IEnumerable<string> rows)
    {
        var kept = new List<string>();
        var (section, text) = ("", "");
        foreach (var row in rows)
        {
            var (rowSection, rowText) = (row[..row.IndexOf('+', StringComparison.Ordinal)], row[(row.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            if (rowSection != section)
                (section, text) = (rowSection, UndwarfV2Format.Strict.Describe(UndwarfEntry.Undefined));
            if (rowText == text)
                continue;
            kept.Add(row);
            text = rowText;
        }

        return kept;
    }

    /// <summary>A blind spot is undefined in 6.1; how an ip is looked up it tells by the type.</summary>
    private static string WithoutOurAdditions(string row)
    {
        foreach (var addition in (string[])[" blind", " return", " signal"])
            row = row.EndsWith(addition, StringComparison.Ordinal) ? row[..^addition.Length] : row;
        return row;
    }
}
