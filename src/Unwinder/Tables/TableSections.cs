using Undwarf;

namespace Unwinder.Tables;

/// <summary>The two sections of a table as they lie in memory, relocated.</summary>
/// <param name="Format">The version of the rows.</param>
/// <param name="Ips">The addresses, each counted from its own place.</param>
/// <param name="IpsAddress">Where <paramref name="Ips"/> lies.</param>
/// <param name="Entries">The rows.</param>
public readonly record struct TableSections(TableFormat Format, ReadOnlyMemory<byte> Ips, ulong IpsAddress, ReadOnlyMemory<byte> Entries)
{
    /// <summary>Are there rows, and as many as addresses?</summary>
    public bool IsWellFormed =>
        !Entries.IsEmpty && Ips.Length % TableFormat.IpSize == 0 && Entries.Length % Format.EntrySize == 0
        && Ips.Length / TableFormat.IpSize == Entries.Length / Format.EntrySize;

    /// <summary>The rows, sorted.</summary>
    /// <exception cref="UndwarfFormatException">Not well-formed, or 4 GiB and more apart.</exception>
    public UndwarfTable Read() => UndwarfTable.FromSections(Format, Ips.Span, IpsAddress, Entries.Span);
}
