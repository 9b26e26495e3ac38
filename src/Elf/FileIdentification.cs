using System.Buffers.Binary;
using Elf.Records;

namespace Elf;

/// <summary>
/// Decides from the ELF header whether a file is of the one kind that is read. Each refusal says what the file is
/// instead, because "not ELF" is the answer people get for a compressed module or an object of link-time optimisation.
/// </summary>
internal static class FileIdentification
{
    private const int IdentSize = 16;

    public static FileHeaderRecord Read(FileBytes bytes)
    {
        RefuseOtherFormats(bytes);
        RefuseOtherElf(bytes);

        var header = bytes.Read<FileHeaderRecord>(0);
        if (header.IdentVersion != FileHeaderRecord.CurrentVersion || header.Version != FileHeaderRecord.CurrentVersion)
            throw Error(bytes, $"ELF version {header.IdentVersion}/{header.Version}; only version 1 exists");
        if (header.HeaderSize != FileHeaderRecord.ByteSize)
            throw Error(bytes, $"header size (e_ehsize) is {header.HeaderSize}, must be {FileHeaderRecord.ByteSize}");
        if ((ElfFileType)header.Type is not (ElfFileType.Relocatable or ElfFileType.Executable or ElfFileType.Shared))
            throw Error(bytes, $"file type (e_type) is {Describe(header.Type)}; need relocatable, executable or shared");
        return header;
    }

    private static void RefuseOtherFormats(FileBytes bytes)
    {
        var head = bytes.Memory.Span;
        if (head.IsEmpty)
            throw Error(bytes, "the file is empty");
        if (head.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(head) == FileHeaderRecord.ElfMagic)
            return;

        var known = OtherFormat(head);
        var start = Convert.ToHexStringLower(head[..Math.Min(4, head.Length)]);
        throw Error(bytes, known is null ? $"not an ELF file (starts with {start})" : $"not an ELF file but {known}");
    }

    private static void RefuseOtherElf(FileBytes bytes)
    {
        var head = bytes.Memory.Span;
        // A 32-bit header is 12 bytes shorter: what it is matters more than that it is short.
        if (head.Length >= IdentSize + 4)
        {
            var machine = MachineOf(head);
            if (head[4] == FileHeaderRecord.Class32)
                throw Error(bytes, $"32-bit ELF file (for {Describe(machine)}); only 64-bit x86-64 files are read");
            if (head[4] != FileHeaderRecord.Class64)
                throw Error(bytes, $"class (EI_CLASS) is {head[4]}, neither 32-bit (1) nor 64-bit (2)");
            if (head[5] == FileHeaderRecord.BigEndian)
                throw Error(bytes, $"big-endian ELF file (for {Describe(machine)}); only x86-64 files are read");
            if (head[5] != FileHeaderRecord.LittleEndian)
                throw Error(bytes, $"data encoding (EI_DATA) is {head[5]}, neither little-endian (1) nor big-endian (2)");
            if (machine != ElfMachine.X64)
                throw Error(bytes, $"ELF file for {Describe(machine)}; only x86-64 files are read");
        }

        if (head.Length < FileHeaderRecord.ByteSize)
            throw Error(bytes, $"truncated: the header needs {FileHeaderRecord.ByteSize} bytes, the file has {head.Length}");
    }

    private static ElfMachine MachineOf(ReadOnlySpan<byte> head)
    {
        var field = head[(IdentSize + 2)..];
        return (ElfMachine)(head[5] == FileHeaderRecord.BigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(field)
            : BinaryPrimitives.ReadUInt16LittleEndian(field));
    }

    private static string? OtherFormat(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'!', (byte)'<', (byte)'a' or (byte)'t', ..] => "an ar archive: extract its members first",
        [0x1f, 0x8b, ..] => "gzip-compressed data: decompress it first",
        [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "xz-compressed data: decompress it first",
        [0x28, 0xb5, 0x2f, 0xfd, ..] => "zstd-compressed data: decompress it first",
        [(byte)'B', (byte)'C', 0xc0, 0xde, ..] => "LLVM bitcode: compile without link-time optimisation",
        [(byte)'#', (byte)'!', ..] => "a script",
        _ => null,
    };

    private static string Describe(ElfMachine machine) => machine switch
    {
        ElfMachine.X64 => "x86-64",
        ElfMachine.I386 => "i386",
        ElfMachine.Arm64 => "ARM64 (AArch64)",
        ElfMachine.RiscV => "RISC-V",
        ElfMachine.Ia64 => "IA-64",
        ElfMachine.Bpf => "BPF",
        _ => Enum.IsDefined(machine) ? machine.ToString() : $"machine {(ushort)machine}",
    };

    private static string Describe(ushort fileType) => fileType switch
    {
        0 => "0 (none)",
        4 => "4 (core dump)",
        _ => $"0x{fileType:x}",
    };

    private static ElfFormatException Error(FileBytes bytes, string reason) => bytes.Error("ELF header (0x0)", reason);
}
