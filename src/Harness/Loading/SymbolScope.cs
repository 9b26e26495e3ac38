using Elf;

namespace Harness.Loading;

/// <summary>The names that the files of an image share: a definition that is not weak wins over one that is.</summary>
internal sealed class SymbolScope
{
    private readonly Dictionary<string, Definition> _definitions = [];

    private readonly record struct Definition(ulong Address, bool IsWeak, string File);

    /// <summary>Defines a name that no file defines.</summary>
    public void Define(string name, ulong address) => _definitions[name] = new Definition(address, IsWeak: false, "harness");

    /// <summary>Adds the definitions of a file whose sections have been placed.</summary>
    /// <exception cref="InputException">Two files define the same name.</exception>
    public void Add(LoadedObject loaded)
    {
        foreach (var symbol in loaded.File.Symbols)
        {
            if (symbol.Binding is not (SymbolBinding.Global or SymbolBinding.Weak) || loaded.AddressOf(symbol) is not { } address)
                continue;
            Add(symbol.Name, new Definition(address, symbol.Binding == SymbolBinding.Weak, loaded.File.Name));
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
        if (!_definitions.TryGetValue(name, out var known) || (known.IsWeak && !definition.IsWeak))
            _definitions[name] = definition;
        else if (!known.IsWeak && !definition.IsWeak)
            throw new InputException($"{definition.File}: '{name}' is defined by {known.File} too");
    }
}
