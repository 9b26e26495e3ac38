using System.Runtime.InteropServices;
using Elf;
using Harness.Fixtures;
using Harness.Tests.Kit;
using Objtool.Decoding;
using Undwarf;

namespace Harness.Tests.Damage;

/// <summary>One row of an object file's table: the relocation that makes its address, and what it says.</summary>
internal readonly record struct TableRow(ElfRelocation Place, UndwarfEntry Entry)
{
    public TableRow MovedBy(long bytes) => this with { Place = Place with { Addend = Place.Addend + bytes } };
}

/// <summary>A fixture's object file as the generator leaves it, whose rows a test can change before it is verified.</summary>
internal sealed class TableObject
{
    private static readonly TableFormat _format = UndwarfV2Format.Extended;

    private readonly Fixture _source;

    private TableObject(Fixture source, ElfFile file)
    {
        _source = source;
        File = file;
        var entries = Section(_format.EntrySection).Contents;
        var places = Section(_format.IpSection).Relocations;
        for (var i = 0; i < places.Length; i++)
            Rows.Add(new TableRow(places[i], _format.Decode(entries[(i * _format.EntrySize)..])));
    }

    public ElfFile File { get; }

    public FixtureHeader Header => _source.Header;

    /// <summary>The rows in the order of the file.</summary>
    public List<TableRow> Rows { get; } = [];

    public static TableObject Of(Fixture source)
    {
        var prepared = Verifying.Preparer.Prepare(source);
        Assert.Empty(prepared.Diagnostics);
        return new TableObject(source, prepared.File);
    }

    /// <summary>Section and offset from which a row holds: <c>.text+1a</c>.</summary>
    public (ElfSection Section, ulong Offset) PlaceOf(in TableRow row)
    {
        var symbol = File.Symbols[row.Place.Symbol];
        return (symbol.Section!, unchecked(symbol.Value + (ulong)row.Place.Addend));
    }

    /// <summary>A row as the dump prints it.</summary>
    public string Describe(in TableRow row)
    {
        var (section, offset) = PlaceOf(row);
        return $"{section.Name}+{offset:x}: {_format.Describe(row.Entry)}";
    }

    /// <summary>The index of the row that covers a symbol's instruction.</summary>
    public int IndexOf(string symbol, ulong offset = 0)
    {
        var (section, place) = (default(ElfSection), 0UL);
        foreach (var candidate in File.Symbols)
        {
            if (candidate.Name == symbol)
                (section, place) = (candidate.Section, candidate.Value + offset);
        }

        return Rows.FindLastIndex(row => PlaceOf(row) is var at && at.Section == section && at.Offset <= place);
    }

    /// <summary>Where the instructions of a row's section begin, ascending, the end of the last one included.</summary>
    public IReadOnlyList<ulong> InstructionStarts(in TableRow row)
    {
        var code = PlaceOf(row).Section.Contents;
        var starts = new List<ulong> { 0 };
        while (starts[^1] < (ulong)code.Length)
            starts.Add(starts[^1] + (ulong)Math.Max(1, InstructionDecoder.Decode(code[(int)starts[^1]..], 0).Length));
        return starts;
    }

    /// <summary>The file with other rows.</summary>
    public byte[] With(IReadOnlyList<TableRow> rows)
    {
        var entries = new byte[rows.Count * _format.EntrySize];
        var places = new ElfRelocation[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            _format.Encode(rows[i].Entry, entries.AsSpan(i * _format.EntrySize));
            places[i] = rows[i].Place with { Offset = (ulong)(i * TableFormat.IpSize) };
        }

        var editor = new ElfEditor(File);
        editor.ReplaceContents(Section(_format.EntrySection), entries);
        editor.ReplaceContents(Section(_format.IpSection), new byte[rows.Count * TableFormat.IpSize]);
        editor.ReplaceContents(Section(".rela" + _format.IpSection), MemoryMarshal.AsBytes(places.AsSpan()).ToArray());
        return editor.Build();
    }

    /// <summary>The file with one row replaced.</summary>
    public byte[] With(int row, UndwarfEntry entry) => With([.. Rows.Select((old, i) => i == row ? old with { Entry = entry } : old)]);

    /// <summary>Writes an object file as a fixture that keeps the header of its source.</summary>
    public Fixture Save(Scratch scratch, byte[] file) =>
        new(scratch.Write("damaged.o", file), _source.Group, _source.Name, FixtureKind.Elf, Header);

    private ElfSection Section(string name) => File.FindSection(name) ?? throw new InvalidOperationException($"{File.Name} has no {name}");
}
