using System.Text;
using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

/// <summary>What a person is told who hands over the wrong file.</summary>
public class IdentificationTests
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\u007f", "not an ELF file (starts with 7f)")]
    [InlineData("hello, world\n", "not an ELF file (starts with 68656c6c)")]
    [InlineData("!<arch>\n", "not an ELF file but an ar archive: extract its members first")]
    [InlineData("!<thin>\n", "not an ELF file but an ar archive: extract its members first")]
    [InlineData("\u001f\u008b\u0008", "not an ELF file but gzip-compressed data: decompress it first")]
    [InlineData("\u00fd7zXZ\0", "not an ELF file but xz-compressed data: decompress it first")]
    [InlineData("\u0028\u00b5\u002f\u00fd", "not an ELF file but zstd-compressed data: decompress it first")]
    [InlineData("BC\u00c0\u00de", "not an ELF file but LLVM bitcode: compile without link-time optimisation")]
    [InlineData("#!/bin/sh\n", "not an ELF file but a script")]
    public void OtherContentIsNamed(string content, string reason) =>
        Assert.Equal($"a.o: ELF header (0x0): {reason}", MessageFor(Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData(4, 1, "32-bit ELF file (for x86-64); only 64-bit x86-64 files are read")]
    [InlineData(4, 3, "class (EI_CLASS) is 3, neither 32-bit (1) nor 64-bit (2)")]
    [InlineData(5, 2, "big-endian ELF file (for machine 15872); only x86-64 files are read")]
    [InlineData(5, 0, "data encoding (EI_DATA) is 0, neither little-endian (1) nor big-endian (2)")]
    [InlineData(6, 2, "ELF version 2/1; only version 1 exists")]
    [InlineData(EVersion, 0, "ELF version 1/0; only version 1 exists")]
    [InlineData(EEhsize, 52, "header size (e_ehsize) is 52, must be 64")]
    [InlineData(EMachine, 183, "ELF file for ARM64 (AArch64); only x86-64 files are read")]
    [InlineData(EMachine, 3, "ELF file for i386; only x86-64 files are read")]
    [InlineData(EMachine, 243, "ELF file for RISC-V; only x86-64 files are read")]
    [InlineData(EMachine, 247, "ELF file for BPF; only x86-64 files are read")]
    [InlineData(EMachine, 99, "ELF file for machine 99; only x86-64 files are read")]
    [InlineData(EType, 4, "file type (e_type) is 4 (core dump); need relocatable, executable or shared")]
    [InlineData(EType, 0, "file type (e_type) is 0 (none); need relocatable, executable or shared")]
    [InlineData(EType, 0x7f, "file type (e_type) is 0x7f; need relocatable, executable or shared")]
    [InlineData(EShentsize, 40, "section header size (e_shentsize) is 40, must be 64")]
    public void OtherElfIsNamed(int offset, byte value, string reason)
    {
        var image = Standard().Build();
        image[offset] = value;
        Assert.Equal($"a.o: ELF header (0x0): {reason}", MessageFor(image));
    }

    [Fact]
    public void BigEndianFileHasItsMachineReadBigEndian()
    {
        var image = Standard().Build();
        (image[5], image[EMachine], image[EMachine + 1]) = (2, 0, 22);
        Assert.Contains("big-endian ELF file (for S390)", MessageFor(image), StringComparison.Ordinal);
    }

    [Fact]
    public void Short32BitFileIsCalled32BitRatherThanTruncated()
    {
        var image = Standard().Build();
        (image[4], image[EMachine]) = (1, 40);
        Assert.Contains("32-bit ELF file (for Arm)", MessageFor(image[..52]), StringComparison.Ordinal);
    }

    [Fact]
    public void HeaderCutShortIsTruncated() =>
        Assert.Equal(
            "a.o: ELF header (0x0): truncated: the header needs 64 bytes, the file has 63",
            MessageFor(Standard().Build()[..63]));

    [Fact]
    public void SectionHeadersBeyondTheEndAreTruncated()
    {
        var image = Standard().Build();
        var headers = HeaderOf(image, 0);
        Assert.Equal(
            $"a.o: section header table (0x{headers:x}): 6 entries of 64 bytes reach beyond the end of the file at 0x{image.Length - 1:x}: truncated or damaged",
            MessageFor(image[..^1]));
    }

    [Fact]
    public void MissingFileIsAnIoErrorAndNotAFormatError()
    {
        using var scratch = new Scratch();
        Assert.Throws<FileNotFoundException>(() => ElfFile.Read(scratch["absent.o"]));
    }

    private static string MessageFor(byte[] bytes) =>
        Assert.Throws<ElfFormatException>(() => ElfFile.Read(bytes, "a.o")).Message;
}
