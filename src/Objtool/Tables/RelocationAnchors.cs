using Elf;
using Objtool.Code;
using Objtool.Diagnostics;

namespace Objtool.Tables;

/// <summary>The symbol that places in a section of code are counted from.</summary>
internal sealed class RelocationAnchors(ElfFile file)
{
    private readonly Dictionary<int, (int Symbol, ulong Offset)> _anchors = [];

    /// <summary>
    /// The section's own symbol. Assemblers leave it out when nothing refers to it; then any symbol in the section that
    /// no other definition can replace serves as well.
    /// </summary>
    /// <exception cref="AnalysisException">There is none.</exception>
    public (int Symbol, ulong Offset) Of(CodeSection section)
    {
        if (_anchors.TryGetValue(section.Section.Index, out var anchor))
            return anchor;

        anchor = file.Symbols.FindSectionSymbol(section.Section) is { } own ? (own.Index, 0) : Substitute(section);
        _anchors.Add(section.Section.Index, anchor);
        return anchor;
    }

    private (int Symbol, ulong Offset) Substitute(CodeSection section)
    {
        foreach (var symbol in file.Symbols)
        {
            if (symbol.Binding is SymbolBinding.Local or SymbolBinding.Global && symbol.Section == section.Section)
                return (symbol.Index, symbol.Value);
        }

        throw new AnalysisException(new(
            DiagnosticKind.MissingSectionSymbol, ObjectCode.PlaceOf(section, 0), "no symbol to count the rows' addresses from"));
    }
}
