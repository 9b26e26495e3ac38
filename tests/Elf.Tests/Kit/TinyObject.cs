using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Elf.Records;

namespace Elf.Tests.Kit;

/// <summary>
/// A relocatable file put together here, so that damage can be done to it without an assembler: header, contents in
/// order, section headers at the end. Headers and contents can be damaged before <see cref="Build"/>.
/// </summary>
internal sealed class TinyObject
{
    public const int Text = 1, RelaText = 2, Symbols = 3, Strings = 4, Names = 5;

    /// <summary>Offsets of ELF header fields, as in the gABI.</summary>
    public const int EType = 0x10, EMachine = 0x12, EVersion = 0x14, EPhoff = 0x20, EShoff = 0x28, EEhsize = 0x34,
        EPhentsize = 0x36, EPhnum = 0x38, EShentsize = 0x3a, EShnum = 0x3c, EShstrndx = 0x3e;

    /// <summary>Symbols of the object made by <see cref="Standard"/>.</summary>
    public const int TextSymbol = 1, Main = 2, Callee = 3;

    private readonly List<byte> _names = [0];

    public List<(SectionHeaderRecord Header, byte[] Contents)> Sections { get; } = [];

    /// <summary>Program headers, between ELF header and contents; with any, the file is an executable.</summary>
    public List<ElfSegment> Segments { get; } = [];

    /// <summary>A .text of 16 bytes with a call to "callee" in "main", its relocation, and the three tables.</summary>
    public static TinyObject Standard()
    {
        var tiny = new TinyObject();
        tiny.Add("", new() { Type = SectionType.Null }, []);
        tiny.Add(
            ".text",
            new() { Type = SectionType.ProgBits, Flags = SectionFlags.Alloc | SectionFlags.Execute, Alignment = 16 },
            [0xe8, 0, 0, 0, 0, 0xc3, .. Enumerable.Repeat((byte)0x90, 10)]);
        tiny.Add(
            ".rela.text",
            new() { Type = SectionType.Rela, Flags = SectionFlags.InfoLink, Link = Symbols, Info = Text, Alignment = 8, EntrySize = 24 },
            ToBytes(new ElfRelocation(1, RelocationType.Plt32, Callee, -4)));
        tiny.Add(
            ".symtab",
            new() { Type = SectionType.SymbolTable, Link = Strings, Info = 2, Alignment = 8, EntrySize = 24 },
            ToBytes<SymbolRecord>(
                default,
                new(0, 0x03, 0, Text, 0, 0),
                new(1, 0x12, 0, Text, 0, 6),
                new(6, 0x10, 0, 0, 0, 0)));
        tiny.Add(".strtab", new() { Type = SectionType.StringTable, Alignment = 1 }, "\0main\0callee\0"u8.ToArray());
        tiny.AddNames();
        return tiny;
    }

    public static byte[] ToBytes<T>(params ReadOnlySpan<T> records)
        where T : struct => MemoryMarshal.AsBytes(records).ToArray();

    public int Add(string name, SectionHeaderRecord header, byte[] contents)
    {
        var offset = 0;
        if (name.Length != 0)
        {
            offset = _names.Count;
            _names.AddRange(Encoding.UTF8.GetBytes(name + '\0'));
        }

        Sections.Add((header with { Name = (uint)offset }, contents));
        return Sections.Count - 1;
    }

    public void AddNames()
    {
        var index = Add(".shstrtab", new() { Type = SectionType.StringTable, Alignment = 1 }, []);
        Sections[index] = (Sections[index].Header, [.. _names]);
    }

    public TinyObject Damage(int section, Func<SectionHeaderRecord, SectionHeaderRecord> change)
    {
        Sections[section] = (change(Sections[section].Header), Sections[section].Contents);
        return this;
    }

    public TinyObject Fill(int section, byte[] contents)
    {
        Sections[section] = (Sections[section].Header, contents);
        return this;
    }

    /// <summary>Lays contents one after the other at multiples of 8. A header that states offset or size keeps it.</summary>
    public byte[] Build()
    {
        List<byte> contents = [.. new byte[FileHeaderRecord.ByteSize], .. ToBytes<ElfSegment>([.. Segments])];
        var headers = new List<SectionHeaderRecord>();
        foreach (var (header, bytes) in Sections)
        {
            var offset = header.Offset != 0 ? header.Offset : (ulong)contents.Count;
            var size = header.Size != 0 ? header.Size : (ulong)bytes.Length;
            headers.Add(header.Type == SectionType.Null ? header : header with { Offset = offset, Size = size });
            contents.AddRange(bytes);
            contents.AddRange(new byte[-contents.Count & 7]);
        }

        var image = (byte[])[.. contents, .. ToBytes<SectionHeaderRecord>([.. headers])];
        MemoryMarshal.Write(image, Header((ulong)contents.Count, headers.Count));
        return image;
    }

    public ElfFile Read() => ElfFile.Read(Build(), "tiny.o");

    public static int HeaderOf(byte[] image, int section) =>
        (int)BinaryPrimitives.ReadUInt64LittleEndian(image.AsSpan(EShoff)) + (section * SectionHeaderRecord.ByteSize);

    private FileHeaderRecord Header(ulong sectionHeaders, int count) => new(
        FileHeaderRecord.ElfMagic,
        FileHeaderRecord.Class64,
        FileHeaderRecord.LittleEndian,
        FileHeaderRecord.CurrentVersion,
        OsAbi: 0,
        AbiVersionAndPadding: 0,
        (ushort)(Segments.Count == 0 ? ElfFileType.Relocatable : ElfFileType.Executable),
        (ushort)ElfMachine.X64,
        FileHeaderRecord.CurrentVersion,
        Entry: 0,
        ProgramHeaderOffset: Segments.Count == 0 ? 0UL : FileHeaderRecord.ByteSize,
        sectionHeaders,
        Flags: 0,
        FileHeaderRecord.ByteSize,
        ProgramHeaderSize: Segments.Count == 0 ? (ushort)0 : (ushort)ElfSegment.ByteSize,
        (ushort)Segments.Count,
        SectionHeaderRecord.ByteSize,
        (ushort)count,
        (ushort)(count - 1));
}
