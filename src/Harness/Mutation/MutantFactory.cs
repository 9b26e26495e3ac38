using Harness.Loading;
using Undwarf;

namespace Harness.Mutation;

/// <summary>Makes the mutants of an image's rows.</summary>
internal sealed class MutantFactory
{
    private static readonly UndwarfRegister[] _cfaBases =
    [
        UndwarfRegister.Undefined, UndwarfRegister.Dx, UndwarfRegister.Di, UndwarfRegister.Bp, UndwarfRegister.Sp,
        UndwarfRegister.R10, UndwarfRegister.R13, UndwarfRegister.BpIndirect, UndwarfRegister.SpIndirect,
    ];

    private static readonly short[] _cfaSteps = [-8, 8, -16, 16];

    private static readonly UndwarfRegister[] _bpBases = [UndwarfRegister.Undefined, UndwarfRegister.Cfa, UndwarfRegister.Bp];

    private static readonly short[] _bpSteps = [-8, 8];

    private static readonly FrameType[] _types = [FrameType.Cfa, FrameType.Regs, FrameType.Iret];

    private readonly Image _image;
    private readonly InstructionStarts _starts;
    private readonly UndwarfRow[] _source;

    public MutantFactory(Image image, InstructionStarts starts)
    {
        _image = image;
        _starts = starts;
        _source = new UndwarfRow[image.Table.Count];
        for (var row = 0; row < _source.Length; row++)
            _source[image.Table.SourceIndexOf(row)] = image.Table[row];
    }

    /// <summary>
    /// The mutants of one row, one change each. Of a terminator only its place is changed: no code is there that could use
    /// what it says.
    /// </summary>
    public IEnumerable<TableMutant> Of(int row)
    {
        var entry = _image.Table[row].Entry;
        return entry.IsWeak ? ByPlace(row) : ByField(entry).Select(change => ChangedField(row, change.Kind, change.What, change.Entry)).Concat(ByPlace(row)).Append(Duplicated(row));
    }

    private static IEnumerable<(MutantKind Kind, string What, UndwarfEntry Entry)> ByField(UndwarfEntry entry)
    {
        foreach (var register in _cfaBases.Where(register => register != entry.CfaRegister))
            yield return (MutantKind.CfaRegister, $"cfa base {register}", entry with { CfaRegister = register });
        foreach (var step in _cfaSteps)
            yield return (MutantKind.CfaOffset, $"cfa offset {step:+0;-0}", entry with { CfaOffset = unchecked((short)(entry.CfaOffset + step)) });
        foreach (var register in _bpBases.Where(register => register != entry.BpRegister))
            yield return (MutantKind.BpRegister, $"bp base {register}", entry with { BpRegister = register });
        foreach (var step in _bpSteps)
            yield return (MutantKind.BpOffset, $"bp offset {step:+0;-0}", entry with { BpOffset = unchecked((short)(entry.BpOffset + step)) });
        foreach (var type in _types.Where(type => type != entry.Type))
            yield return (MutantKind.Type, $"type {type}", WithType(entry, type));
        yield return (MutantKind.End, entry.End ? "no end" : "end", entry with { Flags = entry.Flags ^ EntryFlags.End });
        yield return (MutantKind.Signal, entry.Signal ? "no signal" : "signal", entry with { Flags = entry.Flags ^ EntryFlags.Signal });
    }

    /// <summary>A row whose signal bit is that of its type gets the bit of the other type, as it does where there is no such bit.</summary>
    private static UndwarfEntry WithType(UndwarfEntry entry, FrameType type)
    {
        var flips = entry.Signal == UndwarfEntry.SignalByType(entry.Type) && UndwarfEntry.SignalByType(type) != entry.Signal;
        return entry with { Type = type, Flags = flips ? entry.Flags ^ EntryFlags.Signal : entry.Flags };
    }

    private IEnumerable<TableMutant> ByPlace(int row)
    {
        var (address, source) = (_image.Table.AddressOf(row), _image.Table.SourceIndexOf(row));
        var deleted = new TableMutant(row, MutantKind.Deleted, "deleted", _image.Table[row].Entry, 0, []);
        yield return Compared(deleted, [.. _source[..source], .. _source[(source + 1)..]]);
        if (_starts.Before(address) is { } before)
            yield return Moved(row, MutantKind.MovedEarlier, "an instruction earlier", before);
        if (_starts.Behind(address) is { } behind)
            yield return Moved(row, MutantKind.MovedLater, "an instruction later", behind);
    }

    private TableMutant Moved(int row, MutantKind kind, string what, ulong place)
    {
        UndwarfRow[] rows = [.. _source];
        var (address, entry) = _image.Table[row];
        rows[_image.Table.SourceIndexOf(row)] = new UndwarfRow(place, entry);
        return Compared(new TableMutant(row, kind, what, entry, unchecked((long)(place - address)), []), rows);
    }

    /// <summary>The second row says what the next one says that says something else.</summary>
    private TableMutant Duplicated(int row)
    {
        var (table, entry) = (_image.Table, _image.Table[row].Entry);
        var other = entry with { CfaOffset = unchecked((short)(entry.CfaOffset + 8)) };
        for (var next = row + 1; next < table.Count && _image.IsRowOfFixture(next) == _image.IsRowOfFixture(row); next++)
        {
            if (table[next].Entry is { IsDefined: true } candidate && EntryMeaning.Of(candidate) != EntryMeaning.Of(entry))
            {
                other = candidate;
                break;
            }
        }

        var source = table.SourceIndexOf(row) + 1;
        var duplicated = new TableMutant(row, MutantKind.Duplicated, $"duplicated as {UndwarfV2Format.Extended.Describe(other)}", other, 0, []);
        return Compared(duplicated, [.. _source[..source], table[row] with { Entry = other }, .. _source[source..]]);
    }

    private TableMutant ChangedField(int row, MutantKind kind, string what, UndwarfEntry entry)
    {
        var begin = _image.Table.AddressOf(row);
        return new TableMutant(row, kind, what, entry, 0, Runs(begin, EndOfReach(begin), address => _image.Lookup.IndexOf(address) == row ? (true, entry) : null));
    }

    /// <summary>A mutant with other rows, which can only differ from where the changed row was or is up to the next row behind both.</summary>
    private TableMutant Compared(TableMutant mutant, UndwarfRow[] rows)
    {
        var table = UndwarfTable.FromRows(rows);
        var was = _image.Table.AddressOf(mutant.Row);
        var isNow = unchecked(was + (ulong)mutant.Shift);
        var overrides = Runs(Math.Min(was, isNow), EndOfReach(Math.Max(was, isNow)), address =>
        {
            var (sound, index) = (_image.Lookup.IndexOf(address), table.IndexOf(address));
            if (sound < 0 && _image.Table.IndexOf(address) >= 0)
                return null; // code made at run time: no table has rows there
            var entry = index < 0 ? default : table[index].Entry;
            return (sound >= 0, sound < 0 ? default : _image.Table[sound].Entry) == (index >= 0, entry) ? null : (index >= 0, entry);
        });
        return mutant with { Overrides = overrides };
    }

    private ulong EndOfReach(ulong address)
    {
        var table = _image.Table;
        for (var next = table.IndexOf(address) + 1; next < table.Count; next++)
        {
            if (table.AddressOf(next) > address)
                return table.AddressOf(next);
        }

        return _image.KernelText.End;
    }

    private static RowOverride[] Runs(ulong begin, ulong end, Func<ulong, (bool HasRow, UndwarfEntry Entry)?> at)
    {
        var runs = new List<RowOverride>();
        for (var address = begin; address < end; address++)
        {
            if (at(address) is not var (hasRow, entry))
                continue;
            if (runs.Count > 0 && runs[^1] is var last && last.End == address && last.HasRow == hasRow && last.Entry == entry)
                runs[^1] = new RowOverride(last.Begin, address + 1, hasRow, entry);
            else
                runs.Add(new RowOverride(address, address + 1, hasRow, entry));
        }

        return [.. runs];
    }
}
