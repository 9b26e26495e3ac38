using System.Buffers.Binary;
using Elf;
using Objtool.Code;
using Objtool.Diagnostics;

namespace Objtool.Analysis.Special;

/// <summary>Reads the sections that say where control may go on otherwise than the instructions do.</summary>
public sealed class SpecialSectionReader
{
    /// <summary>2017 marked fixups of one kind by this much in their offset.</summary>
    private const ulong FixupMark = 0x7fff_fff0;

    private readonly ElfFile _file;
    private readonly Dictionary<ElfSection, RelocationIndex> _relocations = [];

    private SpecialSectionReader(ElfFile file) => _file = file;

    /// <summary>The entries of all such sections of a file, in their order.</summary>
    /// <exception cref="AnalysisException">A section whose entries can't be read.</exception>
    public static IEnumerable<SpecialEntry> Read(ElfFile file) => new SpecialSectionReader(file).Read();

    private IEnumerable<SpecialEntry> Read()
    {
        foreach (var layouts in SpecialSectionLayout.All.GroupBy(layout => layout.Section))
        {
            if (_file.FindSection(layouts.Key) is not { Contents.Length: > 0 } section)
                continue;

            var layout = layouts.FirstOrDefault(candidate => Fits(section, candidate)) ?? throw Fail(
                DiagnosticKind.SpecialSectionSize,
                $"{section.Name} size not a multiple of {layouts.First().EntrySize}");
            for (var i = 0; i < section.Contents.Length / layout.EntrySize; i++)
                yield return ReadEntry(section, layout, i);
        }
    }

    /// <summary>Entries of this size would all have their pointers where relocations are.</summary>
    private bool Fits(ElfSection section, SpecialSectionLayout layout)
    {
        if (section.Contents.Length % layout.EntrySize != 0)
            return false;
        var relocations = RelocationsOf(section);
        for (var begin = 0; begin < section.Contents.Length; begin += layout.EntrySize)
        {
            if (!relocations.TryFind((ulong)(begin + layout.Original), (ulong)(begin + layout.Original + 1), out _))
                return false;
        }

        return true;
    }

    private SpecialEntry ReadEntry(ElfSection section, SpecialSectionLayout layout, int index)
    {
        var begin = index * layout.EntrySize;
        var (original, originalOffset) = Follow(section, begin + layout.Original);
        if (original is null)
            throw Fail(DiagnosticKind.SpecialOriginalMissing, $"special: can't find orig instruction of {section.Name} entry {index}");

        var targetLength = ByteAt(section, begin, layout.TargetLength);
        var (target, targetOffset) = layout.Kind != SpecialEntryKind.Alternative || targetLength > 0
            ? Follow(section, begin + layout.Target)
            : (null, 0UL);
        return new SpecialEntry(
            layout.Kind, original, originalOffset,
            target, targetOffset >= FixupMark ? targetOffset - FixupMark : targetOffset,
            layout.Feature < 0 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(section.Contents[(begin + layout.Feature)..]),
            ByteAt(section, begin, layout.OriginalLength), targetLength, layout.RelocatesAnywhere);
    }

    private (ElfSection? Section, ulong Offset) Follow(ElfSection section, int pointer)
    {
        if (!RelocationsOf(section).TryFind((ulong)pointer, (ulong)pointer + 1, out var relocation))
            throw Fail(DiagnosticKind.SpecialRelocationMissing, $"can't find reloc of {section.Name}+0x{pointer:x}");
        var symbol = _file.Symbols[relocation.Symbol];
        return (symbol.Section, unchecked(symbol.Value + (ulong)relocation.Addend));
    }

    private RelocationIndex RelocationsOf(ElfSection section)
    {
        if (!_relocations.TryGetValue(section, out var index))
            _relocations.Add(section, index = new RelocationIndex(section));
        return index;
    }

    private static int ByteAt(ElfSection section, int begin, int offset) => offset < 0 ? 0 : section.Contents[begin + offset];

    private static AnalysisException Fail(DiagnosticKind kind, string message) => new(new(kind, null, message));
}
