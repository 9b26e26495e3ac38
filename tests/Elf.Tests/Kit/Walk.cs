namespace Elf.Tests.Kit;

/// <summary>Uses everything a file offers, as the most curious caller would.</summary>
internal static class Walk
{
    /// <returns>A number that depends on all of it, so that nothing is optimised away.</returns>
    public static long Everything(ElfFile file)
    {
        var sum = file.Name.Length + file.Sections.Length + file.ToString().Length + (long)file.Type + (long)file.Machine;
        foreach (var section in file.Sections)
        {
            sum += section.Contents.Length + section.ToString().Length;
            sum += file.FindSection(section.Name)!.Index;
            foreach (ref readonly var relocation in section.Relocations)
                sum += relocation.Type.FieldSize + file.Symbols.Count;
            if (section.Type == SectionType.Rela)
                sum += section.RelocationEntries.Length;
        }

        foreach (var segment in file.Segments)
            sum += file.ContentsOf(segment).Length;
        return sum + Symbols(file, file.Symbols) + Symbols(file, file.DynamicSymbols);
    }

    private static long Symbols(ElfFile file, ElfSymbolTable symbols)
    {
        var sum = 0L;
        foreach (var symbol in symbols)
            sum += symbol.Name.Length + symbol.ToString().Length + (long)symbol.Placement + (symbol.Section?.Index ?? 0);
        foreach (var section in file.Sections)
            sum += symbols.FindSectionSymbol(section)?.Index ?? 0;
        return sum + (symbols.Find("main")?.Index ?? 0);
    }
}
