using Undwarf;
using Unwinder.Lookup;

namespace Unwinder.Tables;

/// <summary>A module: its code and the rows that hold there, and nowhere else.</summary>
/// <param name="Name">Name.</param>
/// <param name="Code">Its code.</param>
/// <param name="Table">Its rows, sorted.</param>
/// <param name="FirstRow">The number that its first row has in the set.</param>
internal sealed record ModuleTable(string Name, CodeRange Code, UndwarfTable Table, int FirstRow)
{
    /// <summary>The number in the set of the row that holds at an address of the module, or -1.</summary>
    public int IndexOf(ulong ip) => Table.IndexOf(ip) is >= 0 and var row ? FirstRow + row : -1;
}
