using Objtool.Analysis;
using Objtool.Code;
using Objtool.Decoding;
using Objtool.Diagnostics;

namespace Harness.Commands.Objtool;

/// <summary>What helps to understand a diagnostic: the states that differ, the way that led there, the code around it.</summary>
internal static class DiagnosticDetail
{
    private const int ContextInstructions = 3;

    public static IEnumerable<string> Lines(Diagnostic diagnostic, AnalysisResult analysis)
    {
        foreach (var state in diagnostic.States)
            yield return state;
        foreach (var place in diagnostic.Path)
            yield return $"by way of {place}";
        if (diagnostic.Instruction < 0)
            yield break;
        foreach (var line in Code(analysis, diagnostic.Instruction))
            yield return line;
    }

    private static IEnumerable<string> Code(AnalysisResult analysis, int instruction)
    {
        var code = analysis.Code;
        var section = code.Sections[code[instruction].Section];
        var disassembly = new Disassembly(_ => null);
        var first = Math.Max(section.First, instruction - ContextInstructions);
        var last = Math.Min(section.End - 1, instruction + ContextInstructions);
        for (var i = first; i <= last; i++)
        {
            var (offset, length) = (code[i].Offset, code[i].Length);
            var text = disassembly.Format(section.Section.Contents.Slice((int)offset, length), offset);
            yield return $"{(i == instruction ? "=>" : "  ")} {code.PlaceOf(i),-32} {text,-36} {analysis.StateOf(code[i]).Describe()}";
        }
    }
}
