using System.Buffers.Binary;
using System.Text;
using Elf;

namespace Harness.Kernels.Symbols;

/// <summary>What a kernel or a module offers to modules.</summary>
internal static class ExportTable
{
    /// <summary>Address, name and name space, each counted from its own place (PREL32, since 4.19).</summary>
    private const int EntrySize = 12;

    private const string ModulePrefix = "__ksymtab_";

    private static readonly string[] _sections = ["__ksymtab", "__ksymtab_gpl"];

    /// <summary>The exports of a linked kernel: names and addresses, from its __ksymtab sections.</summary>
    /// <exception cref="InputException">An entry points outside the file.</exception>
    public static IEnumerable<(string Name, ulong Address)> OfKernel(ElfFile kernel)
    {
        foreach (var section in _sections.Select(kernel.FindSection).OfType<ElfSection>())
        {
            if (section.Size % EntrySize != 0)
                throw new InputException($"{kernel.Name}: {section.Name} has 0x{section.Size:x} bytes, no multiple of {EntrySize}");
            for (var offset = 0; offset < section.Contents.Length; offset += EntrySize)
            {
                var entry = section.Address + (ulong)offset;
                var name = unchecked(entry + 4 + (ulong)BinaryPrimitives.ReadInt32LittleEndian(section.Contents[(offset + 4)..]));
                yield return (StringAt(kernel, name, section), unchecked(entry + (ulong)BinaryPrimitives.ReadInt32LittleEndian(section.Contents[offset..])));
            }
        }
    }

    /// <summary>The names that a module exports: each has a symbol for its entry.</summary>
    public static IEnumerable<string> OfModule(ElfFile module)
    {
        foreach (var symbol in module.Symbols)
        {
            if (symbol.Section is { } section && _sections.Contains(section.Name) && symbol.Name.StartsWith(ModulePrefix, StringComparison.Ordinal))
                yield return symbol.Name[ModulePrefix.Length..];
        }
    }

    private static string StringAt(ElfFile kernel, ulong address, ElfSection from)
    {
        foreach (var section in kernel.Sections)
        {
            if (section.Type != SectionType.NoBits && section.Flags.HasFlag(SectionFlags.Alloc) && unchecked(address - section.Address) < section.Size)
            {
                var text = section.Contents[(int)(address - section.Address)..];
                if (text.IndexOf((byte)0) is > 0 and var length)
                    return Encoding.ASCII.GetString(text[..length]);
            }
        }

        throw new InputException($"{kernel.Name}: {from.Name} names a string at 0x{address:x}, where there is none");
    }
}
