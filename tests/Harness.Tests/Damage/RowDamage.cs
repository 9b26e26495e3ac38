using Undwarf;

namespace Harness.Tests.Damage;

/// <summary>A table with one thing wrong.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="What">The change, in words.</param>
/// <param name="Rows">All rows.</param>
internal sealed record RowDamage(int Row, string What, IReadOnlyList<TableRow> Rows)
{
    private static readonly UndwarfRegister[] _cfaBases =
    [
        UndwarfRegister.Undefined, UndwarfRegister.Dx, UndwarfRegister.Di, UndwarfRegister.Bp, UndwarfRegister.Sp,
        UndwarfRegister.R10, UndwarfRegister.R13, UndwarfRegister.BpIndirect, UndwarfRegister.SpIndirect,
    ];

    private static readonly UndwarfRegister[] _bpBases = [UndwarfRegister.Undefined, UndwarfRegister.Cfa, UndwarfRegister.Bp];

    private const FrameType InvalidType = (FrameType)3;

    /// <summary>Every field of a row changed, one at a time, and its place moved by an instruction either way.</summary>
    public static IEnumerable<RowDamage> EachFieldOf(TableObject table, int row)
    {
        var entry = table.Rows[row].Entry;
        foreach (var (what, changed) in EntriesBeside(entry))
        {
            if (changed != entry)
                yield return new RowDamage(row, what, Replaced(table, row, table.Rows[row] with { Entry = changed }));
        }

        var starts = table.InstructionStarts(table.Rows[row]);
        var here = starts.ToList().IndexOf(table.PlaceOf(table.Rows[row]).Offset);
        if (here > 0)
            yield return Moved(table, row, (long)starts[here - 1] - (long)starts[here], "begins an instruction earlier");
        if (here + 1 < starts.Count)
            yield return Moved(table, row, (long)starts[here + 1] - (long)starts[here], "begins an instruction later");
        yield return new RowDamage(row, "missing", [.. table.Rows.Where((_, i) => i != row)]);
    }

    /// <summary>One of these by its words, to the row that covers a symbol's instruction.</summary>
    public static RowDamage Of(TableObject table, string symbol, ulong offset, string what) =>
        EachFieldOf(table, table.IndexOf(symbol, offset)).Single(damage => damage.What == what);

    private static IEnumerable<(string What, UndwarfEntry Entry)> EntriesBeside(UndwarfEntry entry)
    {
        foreach (var register in _cfaBases)
            yield return ($"cfa base {register}", entry with { CfaRegister = register });
        yield return ("cfa base 1", entry with { CfaRegister = UndwarfRegister.Cfa });
        yield return ("cfa offset + 8", entry with { CfaOffset = (short)(entry.CfaOffset + 8) });
        yield return ("cfa offset - 8", entry with { CfaOffset = (short)(entry.CfaOffset - 8) });
        foreach (var register in _bpBases)
            yield return ($"bp base {register}", entry with { BpRegister = register });
        yield return ("bp base 5", entry with { BpRegister = UndwarfRegister.Sp });
        yield return ("bp offset + 8", entry with { BpOffset = (short)(entry.BpOffset + 8) });
        yield return ("bp offset - 8", entry with { BpOffset = (short)(entry.BpOffset - 8) });
        foreach (var type in Enum.GetValues<FrameType>())
            yield return ($"type {type}", WithType(entry, type));
        yield return ("type 3", WithType(entry, InvalidType));
        yield return ("end bit", entry with { Flags = entry.Flags ^ EntryFlags.End });
        yield return ("signal bits", entry with { Flags = entry.Flags ^ EntryFlags.Signal });
    }

    /// <summary>Where the signal bits say "by type", they still do so for the other type.</summary>
    private static UndwarfEntry WithType(UndwarfEntry entry, FrameType type)
    {
        var byType = entry.Signal == UndwarfEntry.SignalByType(entry.Type);
        var flips = byType && UndwarfEntry.SignalByType(type) != entry.Signal;
        return entry with { Type = type, Flags = flips ? entry.Flags ^ EntryFlags.Signal : entry.Flags };
    }

    private static RowDamage Moved(TableObject table, int row, long bytes, string what) =>
        new(row, what, Replaced(table, row, table.Rows[row].MovedBy(bytes)));

    private static List<TableRow> Replaced(TableObject table, int row, TableRow other) => [.. table.Rows.Select((old, i) => i == row ? other : old)];
}
