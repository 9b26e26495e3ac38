using Elf;

namespace Objtool.Code;

/// <summary>Which symbol a call to a place means.</summary>
internal sealed class CallableIndex
{
    private readonly Dictionary<(int Section, ulong Offset), int> _symbolAt = [];

    public CallableIndex(ElfFile file)
    {
        foreach (var symbol in file.Symbols)
        {
            if (symbol.Type == SymbolType.Section || symbol.Section is not { } section)
                continue;

            // Functions win over labels; of several the first.
            var place = (section.Index, symbol.Value);
            if (!_symbolAt.TryGetValue(place, out var known)
                || (symbol.Type == SymbolType.Function && file.Symbols[known].Type != SymbolType.Function))
            {
                _symbolAt[place] = symbol.Index;
            }
        }
    }

    /// <summary>Number of the symbol, or -1.</summary>
    public int At(CodeSection section, ulong offset) =>
        _symbolAt.TryGetValue((section.Section.Index, offset), out var symbol) ? symbol : CodeInstruction.None;
}
