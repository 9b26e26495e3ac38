using Undwarf;

namespace Unwinder.Lookup;

/// <summary>Searches the whole table: the reference that every faster lookup must equal.</summary>
public readonly struct TableSearch(UndwarfTable table) : IRowLookup
{
    /// <inheritdoc/>
    public bool IsReady => true;

    /// <inheritdoc/>
    public int IndexOf(ulong ip) => table.IndexOf(ip);

    /// <inheritdoc/>
    public ref readonly UndwarfEntry this[int index] => ref table.Entries[index];
}
