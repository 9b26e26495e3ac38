using Elf;
using Unwinder.Dwarf.Records;

namespace Harness.Loading.CallFrames;

/// <summary>The call frame information of a file, ready to be read: .eh_frame before .debug_frame, which repeats it.</summary>
internal static class CallFrameSections
{
    private const string EhFrame = ".eh_frame";
    private const string DebugFrame = ".debug_frame";

    /// <summary>Reads the sections and applies their relocations.</summary>
    /// <param name="file">Relocatable or linked.</param>
    /// <param name="addressOf">Where a section of it lies.</param>
    /// <exception cref="ElfFormatException">A section or relocation that can't be used.</exception>
    public static IEnumerable<FrameSection> Read(ElfFile file, Func<ElfSection, ulong> addressOf)
    {
        foreach (var (name, kind) in new[] { (EhFrame, FrameSectionKind.EhFrame), (DebugFrame, FrameSectionKind.DebugFrame) })
        {
            foreach (var section in file.Sections.Where(section => section.Name == name && section.Type != SectionType.NoBits && section.Size > 0))
                yield return new FrameSection($"{file.Name}: {name}", kind, ReadContents(section, addressOf), addressOf(section));
        }
    }

    private static ReadOnlyMemory<byte> ReadContents(ElfSection section, Func<ElfSection, ulong> addressOf)
    {
        if (section.Flags.HasFlag(SectionFlags.Compressed))
            throw section.FormatError("is compressed; objcopy --decompress-debug-sections undoes it");
        if (section.File.Type != ElfFileType.Relocatable || section.Relocations.IsEmpty)
            return section.ContentsMemory;

        var relocated = section.Contents.ToArray();
        foreach (ref readonly var relocation in section.Relocations)
            Apply(section, relocation, relocated, addressOf);
        return relocated;
    }

    /// <summary>Symbols of other files are 0: functions are described by the file that has them.</summary>
    private static void Apply(ElfSection section, in ElfRelocation relocation, byte[] contents, Func<ElfSection, ulong> addressOf)
    {
        var symbol = section.File.Symbols[relocation.Symbol];
        var value = symbol.Placement switch
        {
            SymbolPlacement.Section => unchecked(addressOf(symbol.Section!) + symbol.Value),
            SymbolPlacement.Absolute => symbol.Value,
            _ => 0UL,
        };
        var place = unchecked(addressOf(section) + relocation.Offset);
        var outcome = RelocationApplier.Apply(relocation.Type, contents.AsSpan((int)relocation.Offset), value, relocation.Addend, place);
        if (outcome != RelocationOutcome.Applied)
            throw section.FormatError("relocation", relocation.Offset, $"{relocation.Type.AbiName}: {outcome}");
    }
}
