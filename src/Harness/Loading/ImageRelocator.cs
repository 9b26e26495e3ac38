using Elf;

namespace Harness.Loading;

/// <summary>Applies the relocations of object files whose sections have been placed.</summary>
internal sealed class ImageRelocator(SymbolScope scope, IReadOnlyList<MemoryArea> areas, ulong gotBegin)
{
    private readonly Dictionary<ulong, ulong> _gotSlots = [];

    /// <summary>How many address slots the relocations of a file may want, counted without looking for duplicates.</summary>
    public static int CountGotSlots(LoadedObject loaded)
    {
        var count = 0;
        foreach (var section in loaded.AllocatedSections)
        {
            foreach (ref readonly var relocation in section.Relocations)
                count += relocation.Type.WantsGotSlot ? 1 : 0;
        }

        return count;
    }

    /// <exception cref="InputException">An undefined symbol, a value out of range, a type that can't be applied.</exception>
    public void Apply(LoadedObject loaded)
    {
        foreach (var section in loaded.AllocatedSections)
        {
            if (section.Relocations.IsEmpty)
                continue;
            var address = loaded.AddressOf(section);
            var contents = areas.First(area => area.Contains(address, section.Size)).At(address, section.Size);
            foreach (ref readonly var relocation in section.Relocations)
                Apply(loaded, section, relocation, contents, address);
        }
    }

    private void Apply(LoadedObject loaded, ElfSection section, in ElfRelocation relocation, Span<byte> contents, ulong address)
    {
        var symbol = loaded.File.Symbols[relocation.Symbol];
        var value = relocation.Type.Operand switch
        {
            RelocationOperand.None => 0UL,
            RelocationOperand.GotSlot => GotSlotOf(scope.Resolve(loaded, symbol)),
            RelocationOperand.GotBase => gotBegin,
            RelocationOperand.SymbolSize => symbol.Size,
            _ => scope.Resolve(loaded, symbol),
        };
        var outcome = RelocationApplier.Apply(
            relocation.Type, contents[(int)relocation.Offset..], value, relocation.Addend, unchecked(address + relocation.Offset), gotBegin);
        if (outcome != RelocationOutcome.Applied)
        {
            throw new InputException(
                $"{loaded.File.Name}: {section.Name}+0x{relocation.Offset:x}: relocation {relocation.Type.AbiName} against '{NameOf(symbol)}': {outcome switch
                {
                    RelocationOutcome.Overflow => $"0x{value:x} is out of its reach",
                    RelocationOutcome.Unsupported => "not supported",
                    _ => "its field lies outside the section",
                }}");
        }
    }

    private ulong GotSlotOf(ulong target)
    {
        if (_gotSlots.TryGetValue(target, out var slot))
            return slot;
        slot = gotBegin + (8 * (ulong)_gotSlots.Count);
        _gotSlots.Add(target, slot);
        BitConverter.TryWriteBytes(areas.First(area => area.Contains(slot, 8)).At(slot, 8), target);
        return slot;
    }

    private static string NameOf(in ElfSymbol symbol) => symbol.Type == SymbolType.Section ? symbol.Section?.Name ?? "" : symbol.Name;
}
