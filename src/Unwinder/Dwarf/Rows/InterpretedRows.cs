using Unwinder.Dwarf.Programs;
using Unwinder.Dwarf.Records;

namespace Unwinder.Dwarf.Rows;

/// <summary>
/// Searches the FDE and executes its program for every address, and remembers nothing: what an unwinder does that has no
/// cache. Rows have the numbers of their FDEs.
/// </summary>
public readonly struct InterpretedRows(FrameTable table) : ICallFrameLookup
{
    private readonly FrameTable _table = table;
    private readonly CallFrameProgram _program = new();

    /// <inheritdoc/>
    public int IndexOf(ulong ip)
    {
        var index = _table.IndexOf(ip);
        if (index >= 0)
            _program.MoveTo(_table[index], ip);
        return index;
    }

    /// <inheritdoc/>
    public ref readonly CallFrameRow this[int index] => ref _program.Row;

    /// <inheritdoc/>
    public CommonInformation CommonOf(int index) => _table[index].Common;
}
