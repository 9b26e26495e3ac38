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
                Generate(analysis, section, deduplicator, rows);
        }

        return rows;
    }

    private static void Generate(AnalysisResult analysis, CodeSection section, EntryDeduplicator deduplicator, List<PlacedEntry> rows)
    {
        var previousState = int.MinValue;
        for (var i = section.First; i < section.End; i++)
        {
            ref readonly var instruction = ref analysis.Code.Instructions[i];
            if (instruction.State == previousState)
                continue;

            var entry = Convert(analysis, i);
            if (previousState == int.MinValue || deduplicator.Differs(rows[^1].Entry, entry))
                rows.Add(new PlacedEntry(section, instruction.Offset, entry));
            previousState = instruction.State;
        }

        rows.Add(new PlacedEntry(section, analysis.Code.Instructions[section.End - 1].EndOffset, UndwarfEntry.Undefined));
    }

    private static UndwarfEntry Convert(AnalysisResult analysis, int index)
    {
        var state = analysis.StateOf(analysis.Code.Instructions[index]);
        var problem = EntryConversion.TryConvert(state, out var entry);
        return problem == DiagnosticKind.None
            ? entry
            : throw new AnalysisException(new(problem, analysis.Code.PlaceOf(index), Explain(problem, state)));
    }

    private static string Explain(DiagnosticKind problem, in StackState state) => problem switch
    {
        DiagnosticKind.UnknownCfaBase => $"unknown CFA base reg {(int)state.Cfa.Base}",
        DiagnosticKind.UnknownBpBase => $"unknown BP base reg {(int)state.Saved[StackBase.Bp].Base}",
        _ => $"offset of {state.Cfa} or of bp at {state.Saved[StackBase.Bp]} does not fit 16 bits",
    };
}
