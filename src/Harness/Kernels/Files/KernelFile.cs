using Elf;
using Harness.Loading;

namespace Harness.Kernels.Files;

/// <summary>Kernels and modules as distributions ship them: plain, compressed, or inside a vmlinuz.</summary>
internal static class KernelFile
{
    /// <summary>A kernel as a linked ELF file.</summary>
    /// <exception cref="InputException">It can't be read or is something else; the message begins with its name.</exception>
    /// <exception cref="ElfFormatException">An ELF file that does not hold together.</exception>
    public static ElfFile ReadKernel(string path)
    {
        var file = Read(path);
        return file.Type == ElfFileType.Executable
            ? file
            : throw new InputException($"{path}: an ELF file of type {file.Type}; a kernel is a linked one");
    }

    /// <summary>A module as an object file.</summary>
    /// <exception cref="InputException">It can't be read or is something else; the message begins with its name.</exception>
    /// <exception cref="ElfFormatException">An ELF file that does not hold together.</exception>
    public static ElfFile ReadModule(string path)
    {
        var file = Read(path);
        return file.Type == ElfFileType.Relocatable
            ? file
            : throw new InputException($"{path}: an ELF file of type {file.Type}; a module is a relocatable one");
    }

    private static ElfFile Read(string path)
    {
        ReadOnlyMemory<byte> bytes = InputFile.Read(path);
        var isBootImage = BootImage.Is(bytes.Span);
        if (isBootImage)
            bytes = BootImage.PayloadOf(bytes, path);
        if (IsElf(bytes.Span))
            return ElfFile.Read(bytes, path);
        if (KernelCompression.NameOf(bytes.Span) is not { } format)
            throw new InputException($"{path}: {(isBootImage ? "the kernel in it" : "it")} is neither an ELF file, nor compressed in a known way, nor a vmlinuz");
        var plain = KernelCompression.Decompress(format, bytes, path);
        return IsElf(plain) ? ElfFile.Read(plain, path) : throw new InputException($"{path}: what is compressed in it is no ELF file");
    }

    private static bool IsElf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\u007fELF"u8);
}
