using Undwarf;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Records;

namespace Harness.Benchmarks;

/// <summary>
/// Code that is not there: the rows and the call frame information of as many functions as it takes for 400,000 rows, about
/// as a large kernel has them, in 10 MB of text. The same every time.
/// </summary>
internal sealed class UnwindText
{
    /// <summary>Rows to make, more or less.</summary>
    private const int RowCount = 400_000;

    private const ulong CallFramesDistance = 64 << 20;

    private readonly Random _random = new(400_000);
    private readonly List<UndwarfRow> _rows = [];
    private readonly List<Function> _functions = [];
    private readonly List<byte> _callFrames = [];
    private ulong _cursor = Begin;

    /// <summary>A function, and the stretch of it in which its frame is complete.</summary>
    /// <param name="BodyBegin">The stretch's first address.</param>
    /// <param name="BodyEnd">One past its last.</param>
    /// <param name="Entry">Its row.</param>
    internal readonly record struct Function(ulong BodyBegin, ulong BodyEnd, UndwarfEntry Entry)
    {
        /// <summary>Does rbp point to its frame?</summary>
        public bool HasFramePointer => Entry.CfaRegister == UndwarfRegister.Bp;
    }

    /// <summary>A stretch of code with one row.</summary>
    private readonly record struct Stretch(UndwarfEntry Entry, int Length, bool IsBody = false);

    public UnwindText()
    {
        AddCommon();
        Root = Begin + 8;
        Add([new Stretch(UndwarfEntry.EndOfStack, 16)]);
        while (_rows.Count < RowCount)
            Add(Shape(_random.Next(4)));
        Table = UndwarfTable.FromRows([.. _rows]);
        CallFrames = FrameTable.Read([new FrameSection("made up", FrameSectionKind.EhFrame, _callFrames.ToArray(), Begin + CallFramesDistance)]);
    }

    /// <summary>Where the text begins: as a kernel's.</summary>
    public static ulong Begin => 0xffffffff81000000;

    /// <summary>One past its end.</summary>
    public ulong End => _cursor;

    /// <summary>A return address in the outermost function.</summary>
    public ulong Root { get; }

    /// <summary>The rows.</summary>
    public UndwarfTable Table { get; }

    /// <summary>The same as call frame information.</summary>
    public FrameTable CallFrames { get; }

    /// <summary>The functions that can call.</summary>
    public IReadOnlyList<Function> Functions => _functions;

    private Stretch[] Shape(int kind)
    {
        var body = _random.Next(30, 220);
        var room = (short)(8 * _random.Next(1, 16));
        return kind switch
        {
            0 =>
            [
                new(Sp(8), 1), new(Sp(16, bpOffset: -16), 3), new(UndwarfEntry.Caller(UndwarfRegister.Bp, 16, UndwarfRegister.Cfa, -16), body, IsBody: true), new(Sp(8), 1),
            ],
            1 => [new(Sp(8), 2), new(Sp(16), 4), new(Sp((short)(16 + room)), body, IsBody: true), new(Sp(16), 1), new(Sp(8), 1)],
            2 =>
            [
                new(Sp(8), 1), new(Sp(16, bpOffset: -16), 1), new(Sp(24, bpOffset: -16), 4), new(Sp((short)(24 + room), bpOffset: -16), body, IsBody: true),
                new(Sp(24, bpOffset: -16), 1), new(Sp(16, bpOffset: -16), 1), new(Sp(8), 1),
            ],
            _ => [new(Sp(8), 4), new(Sp((short)(8 + room)), body, IsBody: true), new(Sp(8), 1)],
        };
    }

    private static UndwarfEntry Sp(short offset, short bpOffset = 0) =>
        UndwarfEntry.Caller(UndwarfRegister.Sp, offset, bpOffset == 0 ? UndwarfRegister.Undefined : UndwarfRegister.Cfa, bpOffset);

    private void Add(Stretch[] stretches)
    {
        var begin = _cursor;
        foreach (var stretch in stretches)
        {
            _rows.Add(new UndwarfRow(_cursor, stretch.Entry));
            if (stretch.IsBody)
                _functions.Add(new Function(_cursor, _cursor + (ulong)stretch.Length, stretch.Entry));
            _cursor += (ulong)stretch.Length;
        }

        AddDescription(begin, stretches);
        _cursor = (_cursor + 15) & ~15UL;
    }

    /// <summary>As gcc writes it: addresses relative to their place, 4 bytes.</summary>
    private void AddCommon() => AddRecord(0, [1, (byte)'z', (byte)'R', 0, 1, 0x78, 16, 1, 0x1b, 0x0c, 7, 8, 0x90, 1]);

    private void AddDescription(ulong begin, Stretch[] stretches)
    {
        var place = Begin + CallFramesDistance + (ulong)_callFrames.Count + 8;
        var body = new List<byte>();
        body.AddRange(BitConverter.GetBytes(unchecked((int)(begin - place))));
        body.AddRange(BitConverter.GetBytes((int)(_cursor - begin)));
        body.Add(0);
        for (var i = 0; i < stretches.Length; i++)
        {
            AppendRow(body, stretches[i].Entry, i > 0 && stretches[i - 1].Entry.BpRegister != UndwarfRegister.Undefined);
            if (i + 1 == stretches.Length)
                break;
            if (stretches[i].Length < 64)
                body.Add((byte)(0x40 + stretches[i].Length));
            else
                body.AddRange([0x02, (byte)stretches[i].Length]);
        }

        AddRecord((uint)_callFrames.Count + 4, body);
    }

    private static void AppendRow(List<byte> program, in UndwarfEntry entry, bool hadBp)
    {
        if (entry.End)
            program.AddRange([0x07, 16]);
        else if (entry.CfaRegister == UndwarfRegister.Bp)
            program.AddRange([0x0d, 6]);
        else if (entry.CfaOffset < 128)
            program.AddRange([0x0c, 7, (byte)entry.CfaOffset]);
        else
            program.AddRange([0x0c, 7, (byte)(0x80 | (entry.CfaOffset & 0x7f)), (byte)(entry.CfaOffset >> 7)]);
        if (!hadBp && entry.BpRegister == UndwarfRegister.Cfa)
            program.AddRange([0x86, 2]);
        else if (hadBp && entry.BpRegister == UndwarfRegister.Undefined)
            program.Add(0xc6);
    }

    private void AddRecord(uint id, List<byte> body)
    {
        while ((body.Count & 3) != 0)
            body.Add(0);
        _callFrames.AddRange(BitConverter.GetBytes(body.Count + 4));
        _callFrames.AddRange(BitConverter.GetBytes(id));
        _callFrames.AddRange(body);
    }
}
