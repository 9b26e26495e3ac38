using Unwinder.Dwarf.Programs;
using Unwinder.Dwarf.Records;

namespace Unwinder.Dwarf.Rows;

/// <summary>All rows of all FDEs, made once and searched: comes to the same as <see cref="InterpretedRows"/>.</summary>
public sealed class ExpandedRows
{
    private readonly List<ulong> _begins = [];
    private readonly List<ulong> _ends = [];
    private readonly List<CallFrameRow> _rows = [];
    private readonly List<CommonInformation> _commons = [];

    /// <summary>Executes the programs of a table.</summary>
    public ExpandedRows(FrameTable table)
    {
        var program = new CallFrameProgram();
        var descriptions = table.Descriptions;
        for (var i = 0; i < descriptions.Length; i++)
        {
            var end = i + 1 < descriptions.Length ? Math.Min(descriptions[i].End, descriptions[i + 1].Begin) : descriptions[i].End;
            program.Start(descriptions[i]);
            while (program.MoveNext())
                Add(descriptions[i].Common, program.Begin, Math.Min(program.End, end), program.Row);
            if (program.Status != ProgramStatus.Valid)
                Add(descriptions[i].Common, program.Begin, end, default);
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>A row's first address.</summary>
    public ulong BeginOf(int index) => _begins[index];

    /// <summary>One past its last address.</summary>
    public ulong EndOf(int index) => _ends[index];

    /// <summary>A row.</summary>
    public CallFrameRow this[int index] => _rows[index];

    /// <summary>The way to search them.</summary>
    public Lookup CreateLookup() => new([.. _begins], [.. _ends], [.. _rows], [.. _commons]);

    private void Add(CommonInformation common, ulong begin, ulong end, in CallFrameRow row)
    {
        if (begin >= end)
            return;
        _begins.Add(begin);
        _ends.Add(end);
        _rows.Add(row);
        _commons.Add(common);
    }

    /// <summary>Searches by halves.</summary>
    public readonly struct Lookup(ulong[] begins, ulong[] ends, CallFrameRow[] rows, CommonInformation[] commons) : ICallFrameLookup
    {
        /// <inheritdoc/>
        public int IndexOf(ulong ip)
        {
            var index = Array.BinarySearch(begins, ip);
            if (index < 0)
                index = ~index - 1;
            return index >= 0 && ip < ends[index] ? index : -1;
        }

        /// <inheritdoc/>
        public ref readonly CallFrameRow this[int index] => ref rows[index];

        /// <inheritdoc/>
        public CommonInformation CommonOf(int index) => commons[index];
    }
}
