using Objtool.Analysis;
using Objtool.Code;
using Objtool.Diagnostics;
using Objtool.StackStates;
using Undwarf;

namespace Objtool.Tables;

/// <summary>
/// Makes a table of the analysed states: in every section of code that has rows, one wherever the state changes, and a
/// terminator behind the last instruction, which ends the reach of the last row when the next section has no table.
/// </summary>
public static class TableGenerator
{
    /// <summary>The rows in the order of the sections and offsets; none when there is no code.</summary>
    /// <exception cref="AnalysisException">A state that a row can't say.</exception>
    public static IReadOnlyList<PlacedEntry> Generate(AnalysisResult analysis, TableFormat format)
    {
        var rows = new List<PlacedEntry>();
        var deduplicator = new EntryDeduplicator(format);
        foreach (var section in analysis.Code.Sections)
        {
            if (section.HasRows && section.First < section.End)
                Generate(analysis, section, format.Generation, deduplicator, rows);
        }

        return rows;
    }

    private static void Generate(
        AnalysisResult analysis, CodeSection section, TableGeneration generation, EntryDeduplicator deduplicator, List<PlacedEntry> rows)
    {
        // Since 5.12 what is not said is undefined; before, the first row always says it.
        var before = generation == TableGeneration.SinceLastRow ? UndwarfEntry.Undefined : (UndwarfEntry?)null;
        var firstRow = rows.Count;
        var previousState = int.MinValue;
        foreach (var (offset, state, instruction) in new SectionStates(analysis.Code, section, analysis.Quirks))
        {
            if (state == previousState)
                continue;

            var entry = Convert(analysis, state, instruction);
            if (before is null || deduplicator.Differs(before.Value, entry))
            {
                rows.Add(new PlacedEntry(section, offset, entry));
                before = entry;
            }

            previousState = state;
        }

        var end = analysis.Code[section.End - 1].EndOffset;
        if (generation == TableGeneration.PerInstruction || rows.Count > firstRow)
            rows.Add(new PlacedEntry(section, end, UndwarfEntry.Undefined));
    }

    private static UndwarfEntry Convert(AnalysisResult analysis, int stateNumber, int instruction)
    {
        var state = analysis.StateOf(stateNumber);
        var problem = EntryConversion.TryConvert(state, analysis.Quirks, out var entry);
        return problem == DiagnosticKind.None
            ? entry
            : throw new AnalysisException(new(problem, analysis.Code.PlaceOf(instruction), Explain(problem, state)));
    }

    private static string Explain(DiagnosticKind problem, in StackState state) => problem switch
    {
        DiagnosticKind.UnknownCfaBase => $"unknown CFA base reg {(int)state.Cfa.Base}",
        DiagnosticKind.UnknownBpBase => $"unknown BP base reg {(int)state.Saved[StackBase.Bp].Base}",
        _ => $"offset of {state.Cfa} or of bp at {state.Saved[StackBase.Bp]} does not fit 16 bits",
    };
}
