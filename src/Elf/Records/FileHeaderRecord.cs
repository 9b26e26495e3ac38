using System.Runtime.InteropServices;

namespace Elf.Records;

/// <summary>Elf64_Ehdr, 64 bytes at offset 0 (gABI, "ELF Header"). The first four fields and the next are e_ident.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct FileHeaderRecord(
    uint Magic,
    byte Class,
    byte Encoding,
    byte IdentVersion,
    byte OsAbi,
    ulong AbiVersionAndPadding,
    ushort Type,
    ushort Machine,
    uint Version,
    ulong Entry,
    ulong ProgramHeaderOffset,
    ulong SectionHeaderOffset,
    uint Flags,
    ushort HeaderSize,
    ushort ProgramHeaderSize,
    ushort ProgramHeaderCount,
    ushort SectionHeaderSize,
    ushort SectionHeaderCount,
    ushort SectionNamesIndex)
{
    public const int ByteSize = 64;

    /// <summary>7f 'E' 'L' 'F' as a little-endian word.</summary>
    public const uint ElfMagic = 0x464c_457f;

    public const byte Class32 = 1;
    public const byte Class64 = 2;
    public const byte LittleEndian = 1;
    public const byte BigEndian = 2;
    public const byte CurrentVersion = 1;

    /// <summary>PN_XNUM: the number of program headers is in sh_info of section 0.</summary>
    public const ushort ProgramHeaderCountEscape = 0xffff;
}
