using Elf;
using Objtool.Decoding;

namespace Harness.Oops;

/// <summary>
/// Where the code of a relocatable file is not yet what runs: fields that relocations fill, and instructions that the
/// kernel rewrites (alternatives, jump labels, static calls, retpolines, return thunks, ftrace, paravirt, lock prefixes).
/// </summary>
internal sealed class PatchSites
{
    private const string JumpTable = "__jump_table";
    private const int JumpTableEntrySize = 16;

    /// <summary>Sections whose relocations point to instructions that are rewritten.</summary>
    private static readonly string[] _siteSections =
    [
        JumpTable, ".static_call_sites", ".retpoline_sites", ".return_sites", "__mcount_loc", ".parainstructions", ".smp_locks", ".call_sites",
        ".ibt_endbr_seal",
    ];

    private readonly HashSet<(int Section, ulong Offset)> _patched = [];
    private readonly HashSet<(int Section, ulong Offset)> _relocated = [];

    /// <exception cref="ElfFormatException">Relocations that can't be read.</exception>
    public PatchSites(ElfFile file)
    {
        if (file.Type != ElfFileType.Relocatable)
            return;
        foreach (var section in file.Sections)
        {
            if (section.Flags.HasFlag(SectionFlags.Execute))
                AddRelocated(section);
            else if (Array.IndexOf(_siteSections, section.Name) >= 0)
                AddSites(file, section);
            else if (section.Name == ".altinstructions")
                AddAlternatives(file, section);
        }
    }

    /// <summary>Is the byte part of a field that a relocation fills?</summary>
    public bool IsRelocated(ElfSection section, ulong offset) => _relocated.Contains((section.Index, offset));

    /// <summary>Is it part of an instruction that may be rewritten?</summary>
    public bool Contains(ElfSection section, ulong offset) => _patched.Contains((section.Index, offset));

    private void AddRelocated(ElfSection section)
    {
        foreach (ref readonly var relocation in section.Relocations)
        {
            for (var i = 0; i < relocation.Type.FieldSize; i++)
                _relocated.Add((section.Index, relocation.Offset + (ulong)i));
        }
    }

    private void AddSites(ElfFile file, ElfSection sites)
    {
        foreach (ref readonly var relocation in sites.Relocations)
        {
            // The second field of a jump label's entry is where it jumps to.
            if (sites.Name == JumpTable && relocation.Offset % JumpTableEntrySize != 0)
                continue;
            if (TargetOf(file, relocation) is var (section, offset))
                Add(section, offset, (uint)InstructionDecoder.Decode(section.Contents[(int)offset..], 0).Length);
        }
    }

    /// <summary>Entries of 12 bytes (Linux 5.16) have the length of the original at 10.</summary>
    private void AddAlternatives(ElfFile file, ElfSection alternatives)
    {
        const int EntrySize = 12;
        const int LengthOffset = 10;
        foreach (ref readonly var relocation in alternatives.Relocations)
        {
            if (relocation.Offset % EntrySize == 0 && relocation.Offset + EntrySize <= (ulong)alternatives.Contents.Length && TargetOf(file, relocation) is var (section, offset))
                Add(section, offset, alternatives.Contents[(int)relocation.Offset + LengthOffset]);
        }
    }

    private static (ElfSection Section, ulong Offset)? TargetOf(ElfFile file, in ElfRelocation relocation)
    {
        var symbol = file.Symbols[relocation.Symbol];
        if (symbol.Section is not { } section || !section.Flags.HasFlag(SectionFlags.Execute))
            return null;
        var offset = unchecked(symbol.Value + (ulong)relocation.Addend);
        return offset < (ulong)section.Contents.Length ? (section, offset) : null;
    }

    private void Add(ElfSection section, ulong offset, uint length)
    {
        for (var i = 0U; i < length; i++)
            _patched.Add((section.Index, offset + i));
    }
}
