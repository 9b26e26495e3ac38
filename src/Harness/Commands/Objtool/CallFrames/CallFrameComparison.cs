using Elf;
using Harness.Loading;
using Harness.Loading.CallFrames;
using Objtool.Analysis;
using Objtool.Code;
using Objtool.Tables;
using Undwarf;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Rows;

namespace Harness.Commands.Objtool.CallFrames;

/// <summary>
/// What the analysis of a file's code found at every instruction, beside what the file's call frame information says
/// there: the CFA, and where the caller's rbp is.
/// </summary>
internal sealed class CallFrameComparison
{
    private readonly List<CallFrameDifference> _differences = [];

    /// <summary>Instructions of which both say something that the other could say.</summary>
    public int Compared { get; private set; }

    /// <summary>Those of them of which both say the same.</summary>
    public int Equal { get; private set; }

    /// <summary>Instructions that no FDE describes.</summary>
    public int Undescribed { get; private set; }

    /// <summary>Instructions that the analysis never reached, or that are declared blind spots.</summary>
    public int Unreached { get; private set; }

    /// <summary>Instructions where one of them says what the other has no words for, as on top of an interrupt's frame.</summary>
    public int Incomparable { get; private set; }

    /// <summary>Where they differ, stretches of equal differences taken together.</summary>
    public IReadOnlyList<CallFrameDifference> Differences => _differences;

    /// <summary>Compares a relocatable file with its own call frame information.</summary>
    /// <exception cref="InputException">It has none, or some that does not hold together.</exception>
    /// <exception cref="ElfFormatException">It is no such file.</exception>
    public static CallFrameComparison Of(ElfFile file)
    {
        var layout = new SectionLayout(file);
        var analysis = ObjectAnalysis.Run(file, new AnalysisOptions { CheckReachability = false });
        var comparison = new CallFrameComparison();
        comparison.Compare(analysis, layout, ReadTable(file, layout));
        return comparison;
    }

    private static FrameTable ReadTable(ElfFile file, SectionLayout layout)
    {
        try
        {
            var sections = CallFrameSections.Read(file, layout.AddressOf).ToList();
            return sections.Count > 0
                ? FrameTable.Read(sections)
                : throw new InputException($"{file.Name}: there is no call frame information in it (.eh_frame, .debug_frame)");
        }
        catch (DwarfFormatException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    private void Compare(AnalysisResult analysis, SectionLayout layout, FrameTable table)
    {
        var rows = TableGenerator.Generate(analysis, UndwarfV2Format.Extended).ToLookup(row => row.Section);
        var lookup = new InterpretedRows(table);
        foreach (var section in analysis.Code.Sections.Where(section => section.HasRows))
        {
            var begin = layout.AddressOf(section.Section);
            var entry = UndwarfEntry.Undefined;
            using var next = rows[section].GetEnumerator();
            var hasNext = next.MoveNext();
            for (var i = section.First; i < section.End; i++)
            {
                var offset = analysis.Code[i].Offset;
                for (; hasNext && next.Current.Offset <= offset; hasNext = next.MoveNext())
                    entry = next.Current.Entry;
                Compare(analysis.Code, i, entry, lookup, begin + offset);
            }
        }
    }

    private void Compare(ObjectCode code, int instruction, in UndwarfEntry entry, InterpretedRows lookup, ulong address)
    {
        if (!entry.IsDefined && !entry.End)
        {
            Unreached++;
            return;
        }

        var index = lookup.IndexOf(address);
        if (index < 0)
        {
            Undescribed++;
            return;
        }

        if (entry.Type != FrameType.Cfa || CallFrameEntry.Convert(lookup[index], lookup.CommonOf(index)) is not { } callFrame)
        {
            Incomparable++;
            return;
        }

        Compared++;
        // The end of the stack has no frame.
        if (entry.End && callFrame.End)
            Equal++;
        else if (entry with { Flags = EntryFlags.None } == callFrame)
            Equal++;
        else
            Add(code, instruction, entry, callFrame);
    }

    private void Add(ObjectCode code, int number, in UndwarfEntry entry, in UndwarfEntry callFrame)
    {
        ref readonly var instruction = ref code[number];
        var section = code.Sections[instruction.Section];
        var function = code.FunctionOf(instruction);
        if (_differences.Count > 0 && _differences[^1] is var last
            && last.Section == section.Name && last.Function == function?.Name && last.End == instruction.Offset && last.Entry == entry && last.CallFrame == callFrame)
        {
            _differences[^1] = last with { End = instruction.EndOffset };
            return;
        }

        _differences.Add(new CallFrameDifference(
            function?.Name, section.Name, instruction.Offset, instruction.EndOffset, function is null ? 0 : instruction.Offset - function.Offset, entry, callFrame));
    }
}
