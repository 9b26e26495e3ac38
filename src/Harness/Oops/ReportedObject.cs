using Elf;
using Objtool.Analysis;
using Objtool.Decoding;
using Objtool.Diagnostics;
using Objtool.Tables;
using Undwarf;

namespace Harness.Oops;

/// <summary>The file that a report's code should be in: its functions, its bytes and its rows.</summary>
internal sealed class ReportedObject
{
    private readonly ElfFile _file;
    private readonly Dictionary<int, List<(ulong Offset, UndwarfEntry Entry)>> _rows = [];
    private readonly PatchSites _patchSites;

    /// <exception cref="InputException">It can't be analysed, and has no rows either.</exception>
    public ReportedObject(ElfFile file)
    {
        _file = file;
        _patchSites = new PatchSites(file);
        var format = TableFormatDetection.Detect(file);
        BringsRows = format is not null;
        foreach (var (section, offset, entry) in format is null ? Generate(file) : Read(file, format))
        {
            if (!_rows.TryGetValue(section, out var rows))
                _rows.Add(section, rows = []);
            rows.Add((offset, entry));
        }

        // A terminator gives way to a row at its own place.
        foreach (var rows in _rows.Values)
            rows.Sort((first, second) => first.Offset != second.Offset ? first.Offset.CompareTo(second.Offset) : second.Entry.IsWeak.CompareTo(first.Entry.IsWeak));
    }

    /// <summary>Are the rows the file's own? If not, they were generated.</summary>
    public bool BringsRows { get; }

    /// <summary>The functions of a name; local ones may share it.</summary>
    public IReadOnlyList<ElfSymbol> Functions(string name) =>
        [.. _file.Symbols.Where(symbol => symbol.Name == name && symbol.Section is { } section && section.Flags.HasFlag(SectionFlags.Execute))];

    /// <summary>The row that holds at a place, or null.</summary>
    public UndwarfEntry? RowAt(ElfSection section, ulong offset)
    {
        UndwarfEntry? found = null;
        foreach (var row in _rows.GetValueOrDefault(section.Index) ?? [])
        {
            if (row.Offset > offset)
                break;
            found = row.Entry;
        }

        return found;
    }

    /// <summary>An offset in the section of what a symbol's value says: values of linked files are addresses.</summary>
    public static ulong OffsetOf(in ElfSymbol symbol) => symbol.Value - symbol.Section!.Address;

    /// <summary>The byte at a place; null when it is outside, or belongs to a relocation.</summary>
    public byte? ByteAt(ElfSection section, ulong offset) =>
        offset < (ulong)section.Contents.Length && !_patchSites.IsRelocated(section, offset) ? section.Contents[(int)offset] : null;

    /// <summary>Is a byte in an instruction that the kernel patches when it boots or runs?</summary>
    public bool IsPatched(ElfSection section, ulong offset) => _patchSites.Contains(section, offset);

    /// <summary>The instruction at a place, and what its direct target is called.</summary>
    public (DecodedInstruction Instruction, string Text, string? Target) InstructionAt(ElfSection section, ulong offset)
    {
        var code = section.Contents[(int)offset..];
        var instruction = InstructionDecoder.Decode(code, section.Address + offset);
        var target = instruction.Target == 0 && instruction.Kind is not (InstructionKind.Call or InstructionKind.Jump) ? null : TargetOf(section, offset, instruction);
        return (instruction, new Disassembly(_ => target).Format(code, section.Address + offset), target);
    }

    private string? TargetOf(ElfSection section, ulong offset, in DecodedInstruction instruction)
    {
        foreach (ref readonly var relocation in section.Relocations)
        {
            if (relocation.Offset < offset || relocation.Offset >= offset + (ulong)instruction.Length)
                continue;
            var symbol = _file.Symbols[relocation.Symbol];
            return symbol.Type == SymbolType.Section && symbol.Section is { } other
                ? NameAt(other, unchecked((ulong)relocation.Addend + 4))
                : symbol.Name;
        }

        return NameAt(section, instruction.Target - section.Address);
    }

    private string? NameAt(ElfSection section, ulong offset)
    {
        foreach (var symbol in _file.Symbols)
        {
            if (symbol.Section == section && symbol.Type != SymbolType.Section && OffsetOf(symbol) == offset)
                return symbol.Name;
        }

        return null;
    }

    private static IEnumerable<(int Section, ulong Offset, UndwarfEntry Entry)> Read(ElfFile file, TableFormat format)
    {
        foreach (var row in TableReader.Read(file, format))
        {
            if (row.Section is { } section)
                yield return (section.Index, row.Offset, row.Entry);
            else if (file.Sections.FirstOrDefault(candidate => candidate.Flags.HasFlag(SectionFlags.Execute) && row.Offset - candidate.Address <= candidate.Size) is { } linked)
                yield return (linked.Index, row.Offset - linked.Address, row.Entry);
        }
    }

    private static (int Section, ulong Offset, UndwarfEntry Entry)[] Generate(ElfFile file)
    {
        if (file.Type != ElfFileType.Relocatable)
            throw new InputException($"{file.Name}: a linked file without a table of its own");
        try
        {
            var analysis = ObjectAnalysis.Run(file, new AnalysisOptions { CheckReachability = false });
            return [.. TableGenerator.Generate(analysis, UndwarfV2Format.Extended).Select(row => (row.Section.Section.Index, (ulong)row.Offset, row.Entry))];
        }
        catch (AnalysisException exception)
        {
            throw new InputException(exception.Diagnostic.Format(file.Name));
        }
    }
}
