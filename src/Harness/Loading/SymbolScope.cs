using Elf;

namespace Harness.Loading;

/// <summary>
/// The names that the files of an image share. As with a linker, a definition wins over a common symbol and both win over
/// a weak definition; of several common symbols the largest is the one.
/// </summary>
internal sealed class SymbolScope
{
    private readonly Dictionary<string, Definition> _definitions = [];

    private enum Strength
    {
        Weak,
        Common,
        Strong,
    }

    private readonly record struct Definition(ulong Address, Strength Strength, ulong Size, string File);

    /// <summary>Defines a name that no file defines.</summary>
    public void Define(string name, ulong address) => _definitions[name] = new Definition(address, Strength.Strong, 0, "harness");

    /// <summary>Adds the definitions of a file whose sections have been placed.</summary>
    /// <exception cref="InputException">Two files define the same name.</exception>
    public void Add(LoadedObject loaded)
    {
        foreach (var symbol in loaded.File.Symbols)
        {
            if (symbol.Binding is not (SymbolBinding.Global or SymbolBinding.Weak) || loaded.AddressOf(symbol) is not { } address)
                continue;
            Add(symbol.Name, new Definition(address, StrengthOf(symbol), symbol.Size, loaded.File.Name));
        }
    }

    /// <summary>The address of a name, or null when nothing defines it.</summary>
    public ulong? Find(string name) => _definitions.TryGetValue(name, out var definition) ? definition.Address : null;

    /// <summary>The address that a reference from a file means.</summary>
    /// <exception cref="InputException">The symbol is undefined.</exception>
    public ulong Resolve(LoadedObject from, in ElfSymbol symbol)
    {
        if (symbol.Index == 0)
            return 0;
        // A weak definition may have been replaced by another file's.
        if (symbol.Binding != SymbolBinding.Local && Find(symbol.Name) is { } shared)
            return shared;
        if (from.AddressOf(symbol) is { } own)
            return own;
        return symbol.Binding == SymbolBinding.Weak
            ? 0UL
            : throw new InputException($"{from.File.Name}: undefined symbol '{symbol.Name}'");
    }

    private void Add(string name, Definition definition)
    {
        if (!_definitions.TryGetValue(name, out var known) || definition.Strength > known.Strength)
            _definitions[name] = definition;
        else if (definition.Strength == Strength.Strong)
            throw new InputException($"{definition.File}: '{name}' is defined by {known.File} too");
        else if (definition.Strength == Strength.Common && known.Strength == Strength.Common && definition.Size > known.Size)
            _definitions[name] = definition;
    }

    private static Strength StrengthOf(in ElfSymbol symbol) =>
        symbol.Binding == SymbolBinding.Weak ? Strength.Weak
        : symbol.Placement is SymbolPlacement.Common or SymbolPlacement.LargeCommon ? Strength.Common
        : Strength.Strong;
}
