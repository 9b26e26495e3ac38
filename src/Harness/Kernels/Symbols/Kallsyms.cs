using System.Buffers.Binary;
using System.Text;
using Elf;

namespace Harness.Kernels.Symbols;

/// <summary>
/// The names that a kernel carries for its own use (kernel/kallsyms.c), found by their shape: the files that are shipped have no
/// symbol table that could say where they are.
/// </summary>
/// <remarks>
/// Every name is a sequence of tokens, each a byte; the token table has 256 strings. Names are numbered by address. The parts
/// lie in .rodata: until 6.3 offsets, base, number, names, markers, token table, token index; since 6.4 number, names,
/// markers, token table, token index, offsets, base, and then a list in the order of names.
/// </remarks>
internal sealed class Kallsyms
{
    private const int TokenCount = 256;
    private const int NamesPerMarker = 256;
    private const int MinimumCount = 256;
    private const int MaximumCount = 4 << 20;

    /// <summary>Names that are looked at before the search is given up: of a kernel the right place is among the first.</summary>
    private const int MaximumTried = 64 << 20;

    /// <summary>A label's alignment.</summary>
    private const int Alignment = 8;

    private static readonly byte[] _digits = Encoding.ASCII.GetBytes(string.Concat("0123456789".Select(digit => $"{digit}\0")));

    private readonly ReadOnlyMemory<byte> _data;
    private readonly string[] _tokens = new string[TokenCount];
    private readonly string _file;
    private int _tokenTable;
    private int _behindTokens;
    private int _count;
    private int _countAt;
    private int _names;
    private int _tried;

    private Kallsyms(ReadOnlyMemory<byte> data, string file) => (_data, _file) = (data, file);

    private ReadOnlySpan<byte> Data => _data.Span;

    /// <summary>The names, by address; per-CPU data first.</summary>
    /// <exception cref="InputException">There are none, or they don't hold together.</exception>
    public static IReadOnlyList<KernelSymbol> Read(ElfFile file)
    {
        if (file.FindSection(".rodata") is not { } section)
            throw new InputException($"{file.Name}: no section .rodata: is it a kernel?");
        return new Kallsyms(section.ContentsMemory, file.Name).Read();
    }

    private List<KernelSymbol> Read()
    {
        if (!FindTokens() || !FindNames())
            throw new InputException($"{_file}: it has no symbol table, and no names for its own use either (CONFIG_KALLSYMS)");
        var addresses = ReadAddresses(_countAt - sizeof(ulong) - AlignUp(_count * sizeof(uint)))
            ?? ReadAddresses(_behindTokens)
            ?? throw new InputException($"{_file}: the addresses of its {_count} names are not where kernels from 4.6 on have them");

        var symbols = new List<KernelSymbol>(_count);
        var text = new StringBuilder();
        var position = _names;
        for (var i = 0; i < _count; i++)
        {
            text.Clear();
            if (!TryReadName(ref position, text) || text.Length < 2)
                throw new InputException($"{_file}: its name number {i} has no letters");
            symbols.Add(new KernelSymbol(text.ToString(1, text.Length - 1), addresses[i], text[0]));
        }

        return symbols;
    }

    /// <summary>The tokens of the digits stand for themselves, one after the other.</summary>
    private bool FindTokens()
    {
        for (var from = 0; Data[from..].IndexOf(_digits) is >= 0 and var offset; from += offset + 1)
        {
            if (TryTokensWithDigitsAt(from + offset))
                return true;
        }

        return false;
    }

    private bool TryTokensWithDigitsAt(int digits)
    {
        var position = digits;
        for (var token = 0; token < '0' && position >= 2; token++)
            position = Data[..(position - 1)].LastIndexOf((byte)0) + 1;
        _tokenTable = position;

        var offsets = new int[TokenCount];
        for (var token = 0; token < TokenCount; token++)
        {
            var length = Data[position..].IndexOf((byte)0);
            if (length < 0 || length > 512)
                return false;
            offsets[token] = position - _tokenTable;
            _tokens[token] = Encoding.ASCII.GetString(Data.Slice(position, length));
            position += length + 1;
        }

        var index = AlignUp(position);
        if (index + (TokenCount * sizeof(ushort)) > Data.Length)
            return false;
        for (var token = 0; token < TokenCount; token++)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(Data[(index + (token * sizeof(ushort)))..]) != offsets[token])
                return false;
        }

        _behindTokens = AlignUp(index + (TokenCount * sizeof(ushort)));
        return true;
    }

    /// <summary>The number of names, names and markers lie before the tokens; the markers repeat where every 256th name is.</summary>
    private bool FindNames()
    {
        for (var at = (_tokenTable - 1) & -Alignment; at >= 0; at -= Alignment)
        {
            if (BinaryPrimitives.ReadUInt64LittleEndian(Data[at..]) is >= MinimumCount and <= MaximumCount and var count
                && HoldsNames(at + Alignment, (int)count))
            {
                (_countAt, _count, _names) = (at, (int)count, at + Alignment);
                return true;
            }
        }

        return false;
    }

    private bool HoldsNames(int names, int count)
    {
        var markers = new List<uint>();
        var position = names;
        for (var i = 0; i < count; i++)
        {
            if (i % NamesPerMarker == 0)
                markers.Add((uint)(position - names));
            if (!TryReadName(ref position, text: null) || ++_tried > MaximumTried)
                return false;
        }

        var place = AlignUp(position);
        if (place + (markers.Count * sizeof(uint)) > _tokenTable)
            return false;
        for (var i = 0; i < markers.Count; i++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(Data[(place + (i * sizeof(uint)))..]) != markers[i])
                return false;
        }

        return true;
    }

    /// <summary>A length of one or two bytes, then as many tokens.</summary>
    private bool TryReadName(ref int position, StringBuilder? text)
    {
        const int TwoBytes = 0x80;
        if (position + 2 > _tokenTable)
            return false;
        int length = Data[position++];
        if ((length & TwoBytes) != 0)
            length = (length & ~TwoBytes) | (Data[position++] << 7);
        if (length == 0 || length > _tokenTable - position)
            return false;
        if (text is not null)
        {
            foreach (var token in Data.Slice(position, length))
                text.Append(_tokens[token]);
        }

        position += length;
        return true;
    }

    /// <summary>
    /// A number for each name: not negative, it is the address itself (per-CPU data), otherwise it counts down from below
    /// the base (CONFIG_KALLSYMS_ABSOLUTE_PERCPU), or, in kernels without such, up from the base. Null when what lies there is
    /// something else: addresses ascend.
    /// </summary>
    private ulong[]? ReadAddresses(int offsets)
    {
        var baseAt = offsets + AlignUp(_count * sizeof(uint));
        if (offsets < 0 || baseAt + sizeof(ulong) > Data.Length)
            return null;
        var relativeBase = BinaryPrimitives.ReadUInt64LittleEndian(Data[baseAt..]);
        if (relativeBase < 0xffff_8000_0000_0000)
            return null;
        return Addresses(offsets, relativeBase, hasAbsolute: true) ?? Addresses(offsets, relativeBase, hasAbsolute: false);
    }

    private ulong[]? Addresses(int offsets, ulong relativeBase, bool hasAbsolute)
    {
        var addresses = new ulong[_count];
        for (var i = 0; i < _count; i++)
        {
            var offset = BinaryPrimitives.ReadInt32LittleEndian(Data[(offsets + (i * sizeof(int)))..]);
            addresses[i] = !hasAbsolute ? unchecked(relativeBase + (uint)offset)
                : offset >= 0 ? (ulong)offset
                : unchecked(relativeBase - 1 - (ulong)(long)offset);
            if (i > 0 && addresses[i] < addresses[i - 1])
                return null;
        }

        return addresses;
    }

    private static int AlignUp(int value) => (value + Alignment - 1) & -Alignment;
}
