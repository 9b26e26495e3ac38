using Elf;

namespace Objtool.Analysis.Special;

/// <summary>A section whose records name places in code, by relocation, to say something of them. No link keeps it.</summary>
public static class AnnotationSection
{
    /// <summary>Calls that only push: control goes on within the function, and no caller waits.</summary>
    public const string IntraFunctionCalls = ".discard.intra_function_calls";

    /// <summary>The places in the order of the records; the section is null for what no section of the file holds.</summary>
    public static IEnumerable<(ElfSection? Section, ulong Offset)> Read(ElfFile file, string name)
    {
        if (file.FindSection(name) is not { } annotations)
            yield break;

        foreach (var relocation in annotations.Relocations.ToArray())
        {
            var symbol = file.Symbols[relocation.Symbol];
            var value = symbol.Type == SymbolType.Section ? 0 : symbol.Value;
            yield return (symbol.Section, unchecked(value + (ulong)relocation.Addend));
        }
    }
}
