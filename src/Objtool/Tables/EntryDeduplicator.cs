using Undwarf;

namespace Objtool.Tables;

/// <summary>Two rows are the same when their packed bytes are: a version may have no room for what tells them apart.</summary>
internal sealed class EntryDeduplicator(TableFormat format)
{
    private readonly byte[] _first = new byte[format.EntrySize];
    private readonly byte[] _second = new byte[format.EntrySize];

    /// <summary>Do the rows differ as written?</summary>
    public bool Differs(in UndwarfEntry first, in UndwarfEntry second)
    {
        if (first == second)
            return false;
        format.Encode(first, _first);
        format.Encode(second, _second);
        return !_first.AsSpan().SequenceEqual(_second);
    }
}
