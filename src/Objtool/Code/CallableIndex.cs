using Elf;

namespace Objtool.Code;

/// <summary>Which symbol a call to a place means: a function, or else a label.</summary>
internal sealed class CallableIndex(ElfFile file, CodeFunction[] functions)
{
    private Dictionary<ulong, int>[]? _labels;

    /// <summary>Number of the symbol, or -1.</summary>
    public int At(CodeSection section, ulong offset)
    {
        var index = FirstFunctionAt(section, offset);
        if (index < functions.Length && functions[index].Section == section && functions[index].Offset == offset)
            return functions[index].Symbol;

        // Calls to anything but functions are rare.
        _labels ??= CollectLabels();
        return _labels[section.Section.Index].GetValueOrDefault(offset, CodeInstruction.None);
    }

    private int FirstFunctionAt(CodeSection section, ulong offset)
    {
        var (low, high) = (0, functions.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            var order = functions[middle].Section.Section.Index - section.Section.Index;
            if (order < 0 || (order == 0 && functions[middle].Offset < offset))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private Dictionary<ulong, int>[] CollectLabels()
    {
        var labels = new Dictionary<ulong, int>[file.Sections.Length];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = [];
        foreach (var symbol in file.Symbols)
        {
            if (symbol.Type != SymbolType.Section && symbol.Section is { } section)
                labels[section.Index].TryAdd(symbol.Value, symbol.Index);
        }

        return labels;
    }
}
