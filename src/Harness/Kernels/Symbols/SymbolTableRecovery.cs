using Elf;

namespace Harness.Kernels.Symbols;

/// <summary>Makes of the names that a kernel carries the symbol table that it was shipped without.</summary>
internal static class SymbolTableRecovery
{
    /// <summary>Section numbers from 0xff00 on have other meanings (gABI).</summary>
    private const int MaximumSections = 0xff00;

    /// <summary>The kernel with a symbol table; the same when it has one.</summary>
    /// <exception cref="InputException">It has no names.</exception>
    public static ElfFile Recover(ElfFile kernel)
    {
        if (kernel.Symbols.Count > 1)
            return kernel;
        if (kernel.Sections.Length > MaximumSections)
            throw new InputException($"{kernel.Name}: {kernel.Sections.Length} sections, more than symbols can name");
        var editor = new ElfEditor(kernel);
        SymbolTableWriter.Add(editor, [.. SymbolsOf(kernel, Kallsyms.Read(kernel))]);
        return ElfFile.Read(editor.Build(), kernel.Name);
    }

    /// <summary>A name reaches to the next one's address, or to the end of its section.</summary>
    private static IEnumerable<NewSymbol> SymbolsOf(ElfFile kernel, IReadOnlyList<KernelSymbol> names)
    {
        ElfSection[] sections = [.. kernel.Sections.Where(section => section.Flags.HasFlag(SectionFlags.Alloc) && section.Size > 0).OrderBy(section => section.Address)];
        var ends = new ulong[names.Count];
        for (var i = names.Count - 1; i >= 0; i--)
            ends[i] = i + 1 == names.Count ? ulong.MaxValue : names[i + 1].Address != names[i].Address ? names[i + 1].Address : ends[i + 1];

        var next = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            while (next < sections.Length && sections[next].Address + sections[next].Size <= name.Address)
                next++;
            var section = next < sections.Length && sections[next].Address <= name.Address ? sections[next] : null;
            var size = section is null ? 0 : Math.Min(ends[i], section.Address + section.Size) - name.Address;
            yield return new NewSymbol(name.Name, name.Address, size, TypeOf(name, section), BindingOf(name), section?.Index);
        }
    }

    private static SymbolType TypeOf(KernelSymbol name, ElfSection? section) =>
        section is null ? SymbolType.None
        : section.Flags.HasFlag(SectionFlags.Execute) && name.Type is 't' or 'T' or 'w' or 'W' ? SymbolType.Function
        : SymbolType.Object;

    private static SymbolBinding BindingOf(KernelSymbol name) =>
        name.IsWeak ? SymbolBinding.Weak : name.IsGlobal ? SymbolBinding.Global : SymbolBinding.Local;
}
