using Elf;

namespace Harness.Loading;

/// <summary>One file of an image: where its sections were put.</summary>
internal sealed class LoadedObject(ElfFile file, bool isRuntime)
{
    private readonly ulong[] _addresses = new ulong[file.Sections.Length];
    private readonly Dictionary<int, ulong> _commonAddresses = [];

    /// <summary>The file.</summary>
    public ElfFile File { get; } = file;

    /// <summary>Is it code that fixtures run on, rather than the fixture?</summary>
    public bool IsRuntime { get; } = isRuntime;

    /// <summary>The sections that take up memory.</summary>
    public IEnumerable<ElfSection> AllocatedSections =>
        File.Sections.Where(section => section.Flags.HasFlag(SectionFlags.Alloc) && section.Size > 0);

    /// <summary>Puts a section at an address.</summary>
    public void Place(ElfSection section, ulong address) => _addresses[section.Index] = address;

    /// <summary>Puts a common symbol, which is in no section, at an address.</summary>
    public void Place(in ElfSymbol common, ulong address) => _commonAddresses[common.Index] = address;

    /// <summary>Where a section was put; 0 when it takes up no memory.</summary>
    public ulong AddressOf(ElfSection section) => _addresses[section.Index];

    /// <summary>The address of a symbol that the file itself defines, or null.</summary>
    public ulong? AddressOf(in ElfSymbol symbol) => symbol.Placement switch
    {
        SymbolPlacement.Section when File.Type != ElfFileType.Relocatable => symbol.Value,
        SymbolPlacement.Section => unchecked(AddressOf(symbol.Section!) + symbol.Value),
        SymbolPlacement.Absolute => symbol.Value,
        SymbolPlacement.Common or SymbolPlacement.LargeCommon when _commonAddresses.TryGetValue(symbol.Index, out var address) => address,
        _ => null,
    };
}
